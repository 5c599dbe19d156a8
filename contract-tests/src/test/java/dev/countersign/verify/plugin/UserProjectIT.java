package dev.countersign.verify.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project in a repository of its own, built by a Maven of its own: client, pages, pact and verification fall out of two
 * plugin blocks. The builds follow each other, as they do for its owner.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UserProjectIT {
    @TempDir
    static Path folder;

    private UserProject shop;

    @BeforeEach
    void copy() throws IOException {
        if (shop == null) {
            Path repository = ToolkitRepository.install(
                    folder.resolve("repository"),
                    Path.of(System.getProperty("maven.libraries")),
                    Path.of("..").toAbsolutePath().normalize(),
                    System.getProperty("toolkit.version"));
            shop = UserProject.in(folder.resolve("my shop"), Path.of("src/test/projects/shop"), repository);
        }
    }

    @Test
    @Order(1)
    void twoPluginBlocksAreShort() throws IOException {
        List<String> pom = Files.readAllLines(Path.of("src/test/projects/shop/pom.xml"));
        int last = pom.lastIndexOf("    </plugins>");
        int first = pom.subList(0, last).lastIndexOf("    <plugins>");
        assertThat(pom.subList(first + 1, last)).hasSizeLessThanOrEqualTo(45);
    }

    @Test
    @Order(2)
    void clientPagesPactAndVerificationFallOut() throws Exception {
        UserProject.Build build = shop.run("verify");
        assertThat(build.lines()).anyMatch(line -> line.contains("✓ The contract is kept: Corner Shop 1.2.0"));
        assertThat(build.exitCode()).isZero();
        assertThat(shop.target("docs/README.md")).exists();
        assertThat(shop.target("pacts/CornerShopClient-CornerShop.json")).exists();
        assertThat(shop.target("verification/report.html")).exists();
        assertThat(shop.target("failsafe-reports/TEST-verification.client.xml")).exists();
        assertThat(shop.target("failsafe-reports/TEST-verification.pages.xml"))
                .content()
                .contains("listOrders: two pages")
                .doesNotContain("<failure", "<skipped");
        assertThat(shop.target("classes/com/example/orders/cornershop/CornerShopClient.class"))
                .exists();
        assertThat(shop.jarEntries("shop-client-1.2.0.jar"))
                .contains("module-info.class", "META-INF/countersign/contract.json");
    }

    @Test
    @Order(3)
    void nothingIsMadeAnewWhenNothingHasChanged() throws Exception {
        FileTime made = Files.getLastModifiedTime(shop.target(
                "generated-sources/openapi/src/main/java/com/example/orders/cornershop/CornerShopClient.java"));
        UserProject.Build build = shop.run("process-classes");
        assertThat(build.exitCode()).isZero();
        assertThat(build.lines()).anyMatch(line -> line.contains("Code generation is skipped"));
        assertThat(Files.getLastModifiedTime(shop.target(
                        "generated-sources/openapi/src/main/java/com/example/orders/cornershop/CornerShopClient.java")))
                .isEqualTo(made);
    }

    /** The client is one jar: what is compiled of it is compiled together. */
    @Test
    @Order(3)
    void changeOfADescriptionTouchesOnlyTheFilesThatHoldIt() throws Exception {
        Map<Path, FileTime> before = generated();
        shop.replace("openapi.yaml", "summary: Reads an order", "summary: Reads one order");

        assertThat(shop.run("process-sources").exitCode()).isZero();

        List<Path> changed = generated().entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(changed)
                .as("of %d files", before.size())
                .isNotEmpty()
                .hasSizeLessThan(before.size() / 3)
                .allSatisfy(file -> assertThat(file).content().contains("Reads one order"));
    }

    /** When each generated file was written, without the generator's own. */
    private Map<Path, FileTime> generated() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shop.target("generated-sources/openapi"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(".openapi-generator"))
                    .toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    @Order(3)
    void mockServerStartsOnAFreePortAndStops() throws Exception {
        UserProject.Build build = shop.run("initialize", "countersign:start", "countersign:stop");
        assertThat(build.exitCode()).isZero();
        assertThat(build.lines())
                .anyMatch(line ->
                        line.matches(".*Mock of Corner Shop.* listening on http://127\\.0\\.0\\.1:[1-9][0-9]*.*"));
    }

    @Test
    @Order(4)
    void changeOfTheContractIsGeneratedAnewAndComparedWithTheRelease() throws Exception {
        Path released = Files.copy(shop.file("openapi.yaml"), shop.file("released.yaml"));
        shop.replace("openapi.yaml", "note: {type: string}", "remark: {type: string}");
        shop.replace("openapi.yaml", "note: no milk", "remark: no milk");
        UserProject.Build build = shop.run("countersign:diff", "-Dreleased=" + released.getFileName());
        assertThat(build.exitCode()).isNotZero();
        assertThat(build.lines())
                .anyMatch(line ->
                        line.contains("placeOrder (POST /orders), request body, field /note: the field is gone"));
        shop.run("process-sources");
        assertThat(shop.target(
                        "generated-sources/openapi/src/main/java/com/example/orders/cornershop/model/NewOrder.java"))
                .content()
                .contains("remark")
                .doesNotContain("note");
    }

    @Test
    @Order(5)
    void providerThatIsDownIsSaidOnceAndTheRunCanBeRepeated() throws Exception {
        UserProject.Build build = shop.run(
                "verify", "-Dprovider.url=http://127.0.0.1:9", "-Dprovider.header.Authorization=Bearer topsecret");
        assertThat(build.exitCode()).isNotZero();
        assertThat(build.lines())
                .filteredOn(line -> line.contains("cannot be reached"))
                .hasSize(1);
        assertThat(Files.readString(shop.target("verification/report.md")))
                .contains("-Dprovider.url=http://127.0.0.1:9", "-Dprovider.header.Authorization=***")
                .doesNotContain("topsecret");
    }

    @Test
    @Order(6)
    void missingAndUnfitDocumentsAreOneErrorEach() throws Exception {
        shop.replace("pom.xml", "<contract>openapi.yaml</contract>", "<contract>nowhere.yaml</contract>");
        UserProject.Build missing = shop.run("initialize");
        assertThat(missing.exitCode()).isNotZero();
        assertThat(missing.lines()).anyMatch(line -> line.contains("nowhere.yaml has 1 error"));
        Files.writeString(shop.file("empty.yaml"), "openapi: 3.1.0\n");
        shop.replace("pom.xml", "<contract>nowhere.yaml</contract>", "<contract>empty.yaml</contract>");
        UserProject.Build unfit = shop.run("initialize");
        assertThat(unfit.exitCode()).isNotZero();
        assertThat(unfit.lines()).anyMatch(line -> line.contains("empty.yaml has"));
        shop.replace("pom.xml", "<contract>empty.yaml</contract>", "");
        UserProject.Build unnamed = shop.run("initialize");
        assertThat(unnamed.lines()).anyMatch(line -> line.contains("No contract is named. Add <contract>"));
        assertThat(shop.target("countersign/contract.json")).doesNotExist();
    }
}
