package dev.countersign.openapi.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BuildContractTest {
    private static final String SOUND = """
            openapi: 3.1.0
            info: {title: Corner Shop API, version: '1'}
            paths:
              /hello:
                get:
                  operationId: hello
                  responses:
                    '200':
                      description: Hello
                      content:
                        application/json:
                          schema: {type: string}
                          example: hello
            """;

    private static final String EXTERNAL = """
            openapi: 3.1.0
            info: {title: Corner Shop API, version: '1'}
            paths:
              /hello:
                get:
                  operationId: hello
                  responses:
                    '200':
                      description: Hello
                      content:
                        application/json:
                          schema: {type: object, properties: {word: {type: number}}}
                          examples: {one: {externalValue: hello.json}}
                        text/csv: {examples: {one: {externalValue: hello.csv}}}
                        image/png: {examples: {one: {externalValue: hello.png}}}
            """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeDocument() throws IOException {
        out = folder.resolve("out");
        Files.writeString(folder.resolve("api.yaml"), SOUND);
    }

    private void build(String gate, String name, String packageName) throws IOException {
        BuildContract.main(
                new String[] {"api.yaml", "api.yaml", folder.toString(), out.toString(), gate, name, packageName});
    }

    private static void assertFails(org.assertj.core.api.ThrowableAssert.ThrowingCallable build, String message) {
        assertThatThrownBy(build).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void writesEverythingThatTheBuildReads() throws IOException {
        build("strict", "", "");

        assertThat(files()).containsExactly("contract.json", "contract.properties", "generator-input.json");
        assertThat(out.resolve("contract.properties"))
                .hasContent("contract.name=CornerShop\ncontract.package=dev.countersign.cornershop\n");
    }

    @Test
    void takesTheNamesThatItIsGiven() throws IOException {
        build("strict", "Kiosk", "com.example.kiosk");

        assertThat(out.resolve("contract.properties"))
                .hasContent("contract.name=Kiosk\ncontract.package=com.example.kiosk\n");
    }

    /** What is written needs no file beside it. */
    @Test
    void examplesInFilesOfTheirOwnAreEmbedded() throws IOException {
        writeExternal("{\"word\": 1.5}");

        build("strict", "", "");

        JsonNode content = JsonMapper.shared()
                .readTree(out.resolve("contract.json"))
                .at("/paths/~1hello/get/responses/200/content");
        assertThat(content.at("/application~1json/examples/one")).hasToString("{\"value\":{\"word\":1.5}}");
        assertThat(content.at("/text~1csv/examples/one")).hasToString("{\"value\":\"a,b\\n\"}");
        assertThat(content.at("/image~1png/examples/one")).hasToString("{\"value\":\"iVA=\"}");
    }

    @Test
    void examplesInFilesOfTheirOwnAreJudged() throws IOException {
        writeExternal("{\"word\": \"no number\"}");

        assertThatThrownBy(() -> build("strict", "", ""))
                .hasMessageContaining("The example \"one\" does not fit its schema: /word must be a number");
    }

    private void writeExternal(String json) throws IOException {
        Files.writeString(folder.resolve("hello.json"), json);
        Files.writeString(folder.resolve("hello.csv"), "a,b\n");
        Files.write(folder.resolve("hello.png"), new byte[] {(byte) 0x89, 'P'});
        Files.writeString(folder.resolve("api.yaml"), EXTERNAL);
    }

    @Test
    void leavesFilesAloneThatWouldBeTheSame() throws IOException {
        build("strict", "", "");
        Path contract = out.resolve("contract.json");
        Files.setLastModifiedTime(contract, java.nio.file.attribute.FileTime.fromMillis(1_000_000));

        build("strict", "", "");

        assertThat(Files.getLastModifiedTime(contract).toMillis()).isEqualTo(1_000_000);
    }

    @Test
    void writesNothingAndLeavesNothingWhenTheContractHasFaultsUnlessTheGateIsLenient() throws IOException {
        build("strict", "", "");
        Files.writeString(
                folder.resolve("api.yaml"),
                SOUND.replace("example: hello", "example: 5").replace("operationId: hello", "summary: hello"));

        assertThatThrownBy(() -> build("strict", "", ""))
                .hasMessageStartingWith("The contract api.yaml has 2 error(s); they are printed above");
        assertThat(files()).isEmpty();

        build("lenient", "", "");

        assertThat(files()).containsExactly("contract.json", "contract.properties", "generator-input.json");
    }

    @ParameterizedTest
    @CsvSource({
        "Corner-Shop, CornerShop",
        "'Corner Shop', CornerShop",
        "2nd, Contract",
        "class, Class",
        "my.shop, MyShop",
    })
    void refusesNamesThatNoClassCanHave(String name, String suggestion) {
        assertFails(
                () -> build("strict", name, ""),
                "-Dcontract.name: error: \"" + name + "\" cannot begin the name of a Java class."
                        + " Use letters and digits, for instance " + suggestion + ".");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "com.1bad, com._1bad",
        "com.my-shop, com.my_shop",
        "com..shop, com.shop",
        "com.new.shop, com._new.shop",
        "com.shop., com.shop",
        "com/shop, com_shop",
    })
    void refusesPackagesThatJavaHasNot(String packageName, String suggestion) {
        assertFails(
                () -> build("strict", "", packageName),
                "-Dcontract.package: error: \"" + packageName + "\" is no Java package."
                        + " Use names with dots between them, for instance " + suggestion + ".");
    }

    @Test
    void refusesThePackagesOfTheJdk() {
        assertFails(
                () -> build("strict", "", "java.shop"),
                "-Dcontract.package: error: No JVM loads a package below \"java\"."
                        + " Use one that is yours, like com.example.shop.");
    }

    @Test
    void knowsTwoGates() {
        assertFails(
                () -> build("open", "", ""),
                "-Dcontract.gate: error: There is no gate \"open\". Use strict or lenient.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/openapi.yaml", "file:/shop/openapi.yaml"})
    void anAddressIsNoPath(String address) {
        assertThatThrownBy(() -> BuildContract.document(address))
                .hasMessage(
                        address + ": error: This is an address, not a path. Fetch the document, and name the file.");
    }

    @Test
    void anEmptyNameIsNoDocument() {
        assertThatThrownBy(() -> BuildContract.document(""))
                .hasMessage("-Dcontract: error: It names no document. Give it the path of one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "../shop/openapi.yaml", "/shop/openapi.yaml"})
    void aPathIsTakenAsItIs(String path) {
        assertThat(BuildContract.document(path)).isEqualTo(Path.of(path));
    }

    private Stream<String> files() throws IOException {
        return Files.exists(out)
                ? Files.list(out).map(file -> file.getFileName().toString()).sorted()
                : Stream.empty();
    }
}
