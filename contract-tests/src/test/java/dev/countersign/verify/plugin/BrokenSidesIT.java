package dev.countersign.verify.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.build.ContractBuild;
import dev.countersign.openapi.build.Gate;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a project of a repository of its own each side is broken at once, by one field: its client, its mock server, its provider, the
 * pact of another consumer, and the document against its release. The report names each side, with operation and field.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenSidesIT {
    private static final String FIRST_PARAMETER = "        - {name: after, in: query";
    private static final Path DOCUMENT = Path.of("src/test/projects/shop/openapi.yaml");

    @TempDir
    static Path folder;

    private UserProject.Build build;
    private String report;

    @BeforeAll
    void breakEverySide() throws Exception {
        UserProject shop = UserProject.in(
                folder.resolve("shop"),
                DOCUMENT.getParent(),
                ToolkitRepository.install(
                        folder.resolve("repository"),
                        Path.of(System.getProperty("maven.libraries")),
                        Path.of("..").toAbsolutePath().normalize(),
                        System.getProperty("toolkit.version")));
        release(shop);
        Files.writeString(Files.createDirectory(shop.file("pacts")).resolve("kiosk.json"), """
                {"consumer": {"name": "Kiosk"}, "provider": {"name": "CornerShop"},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "an order is read",
                   "request": {"method": "GET", "path": "/orders/17", "headers": {"Authorization": ["Bearer sample"]}},
                   "response": {"status": 200, "headers": {"Content-Type": ["application/json"]}, "body": {
                     "content": {"id": "seventeen", "state": "sent", "lines": [{"article": "tea", "count": 2}]},
                     "contentType": "application/json", "encoded": false}}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """);
        shop.run("process-sources");
        shop.replace(
                "target/generated-sources/openapi/src/main/java/com/example/orders/cornershop/model/Line.java",
                "\"count\"",
                "\"number\"");
        try (OwnMock provider = OwnMock.of(ContractLoader.load(otherDocument()).contract())) {
            build = shop.run(
                    "verify",
                    "-Dprovider.url=" + provider.url(),
                    "-Dpact.folder=pacts",
                    "-Dmock.jar="
                            + RenamingMock.jar(
                                    folder.resolve("mock.jar"), Path.of("../mock-server/target/mock-server.jar")));
        }
        report = Files.readString(shop.target("verification/report.md"));
    }

    /** What was released had a parameter more. */
    private static void release(UserProject shop) throws IOException {
        Path released = folder.resolve("released.yaml");
        Path built = folder.resolve("released");
        String text = Files.readString(DOCUMENT);
        assertThat(text).contains(FIRST_PARAMETER);
        Files.writeString(
                released,
                text.replace(
                        FIRST_PARAMETER,
                        "        - {name: customer, in: query, schema: {type: string}}\n" + FIRST_PARAMETER));
        new ContractBuild(released, released, built, Gate.STRICT, "", "").run();
        Path baseline = Files.createDirectory(shop.file("baseline"));
        Files.copy(built.resolve("contract.json"), baseline.resolve("contract.json"));
        Files.createFile(baseline.resolve("client-api.txt"));
        Subject subject = Subject.in(built, false);
        subject.pact()
                .write(
                        baseline.resolve("pact.json"),
                        subject.cases().stream()
                                .map(subject.interactions()::agreed)
                                .toList());
    }

    /** An order has a number there, and no id. */
    private static Path otherDocument() throws IOException {
        String text = Files.readString(DOCUMENT)
                .replace("{id: 1", "{number: 1")
                .replace("required: [id, state]", "required: [number, state]")
                .replace("            id: {type", "            number: {type");
        return Files.writeString(folder.resolve("other.yaml"), text);
    }

    @Test
    void buildIsRedAndNamesEverySide() {
        assertThat(build.exitCode()).isNotZero();
        assertThat(report.lines().findFirst().orElseThrow())
                .contains("The client, ", "the mock server", "the provider at http://127.0.0.1:", "the pact of Kiosk")
                .containsPattern("(, | and )the contract(,| and| break)");
    }

    @Test
    void clientIsNamed() {
        isNamed("the client breaks \"placeOrder answers 201 (placed)\" (POST /orders)", "number");
    }

    @Test
    void mockServerIsNamed() {
        isNamed("the mock server, as a real provider, breaks \"listOrders answers 200\" (GET /orders)", "article");
    }

    @Test
    void providerIsNamed() {
        isNamed(" breaks \"getOrder answers 200\" (GET /orders/{id})", "id");
    }

    @Test
    void pactOfAnotherConsumerIsNamed() {
        isNamed("the pact of Kiosk breaks \"an order is read\" (GET /orders/{id})", "/id must be an integer");
    }

    @Test
    void documentThatBreaksItsReleaseIsNamed() {
        isNamed("listOrders (GET /orders)", "customer");
    }

    private void isNamed(String sideAndOperation, String field) {
        assertThat(report).contains(sideAndOperation);
        String rest = report.substring(report.indexOf(sideAndOperation) + sideAndOperation.length());
        assertThat(rest.lines().limit(3))
                .as("what follows \"%s\"", sideAndOperation)
                .anyMatch(line -> line.contains(field));
    }
}
