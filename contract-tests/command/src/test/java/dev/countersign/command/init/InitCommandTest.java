package dev.countersign.command.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class InitCommandTest {
    private static final String SOUND = """
            openapi: 3.1.0
            info: {title: Corner Shop API, version: 1.2.0}
            servers: [{url: 'https://api.corner-shop.example/v1'}]
            paths:
              /ping: {get: {operationId: ping, responses: {'204': {description: ''}}}}
            """;

    @TempDir
    private Path folder;

    private Path document;
    private Path shop;

    @BeforeEach
    void writeDocument() throws IOException {
        document = Files.writeString(folder.resolve("shop.yaml"), SOUND);
        shop = folder.resolve("new/shop");
    }

    private static Document read(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static String first(Document pom, String element) {
        return pom.getElementsByTagName(element).item(0).getTextContent();
    }

    @Test
    void makesARepositoryWithTheOwnersCoordinates() throws Exception {
        CommandRun run = CommandRun.of("init", document.toString(), shop.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Made " + shop + " for example.corner_shop:corner-shop-client:1.2.0. Next:");
        try (Stream<Path> files = Files.walk(shop)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> shop.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "pom.xml",
                            "README.md",
                            ".gitignore",
                            ".gitlab-ci.yml",
                            ".github/workflows/ci.yml",
                            "baseline/README.md",
                            "openapi/shop.yaml");
        }
        assertThat(shop.resolve("openapi/shop.yaml")).hasContent(SOUND);
        Document pom = read(shop.resolve("pom.xml"));
        assertThat(first(pom, "groupId")).isEqualTo("example.corner_shop");
        assertThat(first(pom, "contract")).isEqualTo("openapi/shop.yaml");
        assertThat(first(pom, "packageName")).isEqualTo("example.corner_shop.cornershop");
        assertThat(shop.resolve("README.md")).content().doesNotContain("@").contains("CornerShopClient");
    }

    @Test
    void takesTheCoordinatesThatItIsGiven() throws Exception {
        CommandRun run = CommandRun.of(
                "init",
                document.toString(),
                shop.toString(),
                "--group-id",
                "com.example",
                "--artifact-id",
                "shop",
                "--client-version",
                "3.0.0-SNAPSHOT",
                "--package",
                "com.example.kiosk");

        assertThat(run.code()).isZero();
        Document pom = read(shop.resolve("pom.xml"));
        assertThat(List.of(first(pom, "groupId"), first(pom, "artifactId"), first(pom, "version")))
                .containsExactly("com.example", "shop", "3.0.0-SNAPSHOT");
        assertThat(first(pom, "packageName")).isEqualTo("com.example.kiosk");
    }

    @Test
    void copiesEveryFileOfTheContract() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("api/paths")).resolve("ping.yaml"), """
                get: {operationId: ping, responses: {'204': {description: ''}}}
                """);
        Path split = Files.writeString(folder.resolve("api/openapi.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {/ping: {$ref: paths/ping.yaml}}
                """);

        assertThat(CommandRun.of("init", split.toString(), shop.toString()).code())
                .isZero();

        assertThat(shop.resolve("openapi/openapi.yaml")).exists();
        assertThat(shop.resolve("openapi/paths/ping.yaml")).exists();
    }

    @Test
    void copiesTheFilesOfExamples() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("api/bodies")).resolve("pong.json"), "{}");
        Files.writeString(folder.resolve("outside.json"), "{}");
        Path document = Files.writeString(folder.resolve("api/openapi.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /ping:
                    get:
                      operationId: ping
                      responses:
                        '200':
                          description: ''
                          content:
                            application/json:
                              examples: {one: {externalValue: bodies/pong.json}, two: {externalValue: ../outside.json}}
                """);

        assertThat(CommandRun.of("init", document.toString(), shop.toString()).code())
                .isZero();

        try (Stream<Path> files = Files.walk(shop.resolve("openapi"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> shop.relativize(file).toString()))
                    .containsExactlyInAnyOrder("openapi/openapi.yaml", "openapi/bodies/pong.json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--group-id, com example, '\"com example\" cannot be used in Maven. Use letters, digits, dots and hyphens.'",
        "--artifact-id, a/b, '\"a/b\" cannot be used in Maven. Use letters, digits, dots and hyphens.'",
        "--client-version, 1 0, '\"1 0\" cannot be used in Maven. Use a version such as 1.0.0.'",
        "--package, com.1bad, '\"com.1bad\" is no Java package. Use names with dots between them, for instance com._1bad.'",
    })
    void refusesCoordinatesThatNobodyCanUse(String flag, String value, String message) {
        CommandRun run = CommandRun.of("init", document.toString(), shop.toString(), flag, value);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void makesNothingOfADocumentThatItsBuildWouldRefuse() throws IOException {
        Path faulty = Files.writeString(folder.resolve("faulty.yaml"), SOUND.replace("operationId: ping, ", ""));

        CommandRun run = CommandRun.of("init", faulty.toString(), shop.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("faulty.yaml:5 (/paths/~1ping/get): error: The operation has no operationId")
                .contains("No repository is made for a document with 1 error(s).");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void leavesAFolderAloneThatExists() throws IOException {
        Files.createDirectories(shop);

        CommandRun run = CommandRun.of("init", document.toString(), shop.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(shop + " exists already, name a new folder");
        assertThat(shop).isEmptyDirectory();
    }
}
