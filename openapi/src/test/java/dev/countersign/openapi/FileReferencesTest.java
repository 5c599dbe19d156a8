package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What references to files mean, however they are written (RFC 3986, OAS 3.1 section 4.6). */
class FileReferencesTest {
    private static final String ITEM = "get: {responses: {'200': {description: ok}}}\n";

    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
    }

    private static String documentOf(String reference) {
        return "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /good: {" + ITEM.strip()
                + "}\n  /a:\n    $ref: " + reference + "\n";
    }

    private static List<String> operations(Contract contract) {
        return contract.operations().stream().map(operation -> operation.id()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths/orders_{orderId}.yaml|paths/orders_{orderId}.yaml",
                "paths/orders_%7BorderId%7D.yaml|paths/orders_{orderId}.yaml",
                "with blanks/a file.yaml|with blanks/a file.yaml",
                "with%20blanks/a%20file.yaml|with blanks/a file.yaml",
                "größe.yaml|größe.yaml",
                "gr%C3%B6%C3%9Fe.yaml|größe.yaml",
                "50%.yaml|50%.yaml",
                "50%25.yaml|50%.yaml",
                "100%zz.yaml|100%zz.yaml",
                "a%20b.yaml|a%20b.yaml",
                "[x]y^z`.yaml|[x]y^z`.yaml",
                "日本.yaml|日本.yaml",
                "windows\\path.yaml|windows/path.yaml",
                "./a/../b+c;d=e,f@g.yaml|b+c;d=e,f@g.yaml",
            })
    void readsFilesOfAnyName(String reference, String file) {
        files.with(file, ITEM).with("api.yaml", documentOf("'" + reference + "'"));

        LoadedContract loaded = files.load("api.yaml");

        assertThat(loaded.problems()).isEmpty();
        assertThat(operations(loaded.contract())).containsExactly("GET /good", "GET /a");
    }

    /** The same letter in one code point and in two. */
    @Test
    void readsFilesWhoseNamesArePutTogetherOfOtherCodePoints() {
        files.with("u\u0308ber.yaml", ITEM).with("api.yaml", documentOf("\u00fcber.yaml"));

        assertThat(files.load("api.yaml").problems()).isEmpty();
    }

    @Test
    void followsReferencesToFilesOutsideTheFolder() {
        files.with("common/item.yaml", "get: {responses: {'200': {$ref: '../other/ok.yaml#/ok'}}}")
                .with("other/ok.yaml", "ok: {description: fine}")
                .with("api/v1/api.yaml", documentOf("'../../common/item.yaml'"));

        LoadedContract loaded = files.load("api/v1/api.yaml");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.contract()
                        .operation("GET /a")
                        .orElseThrow()
                        .responses()
                        .get(0)
                        .description())
                .isEqualTo("fine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.yaml?version=1",
                "'file:item.yaml'",
                "'//host/item.yaml'",
                "\"item\\0.yaml\"",
                "item%00.yaml",
                "\"\\ud800.yaml\"",
                "'urn:x:y'",
                "'mailto:a@b'",
                "'C:\\item.yaml'",
                "'http://['",
                "'::'",
                "'..'",
                "'.'",
                "/",
                "broken.yaml",
                "page.html",
                "gone.yaml",
                "'#/nowhere'",
                "'item.yaml#/nowhere'",
                "'#nowhere'",
            })
    void aReferenceThatLeadsNowhereIsNamedWithItsLineAndCostsOnlyWhatNeedsIt(String reference) {
        files.with("item.yaml", ITEM)
                .with("broken.yaml", "a: [")
                .with("page.html", "<html><a b='c: d'>\n")
                .with("api.yaml", documentOf(reference));

        LoadedContract loaded = files.load("api.yaml");

        assertThat(operations(loaded.contract())).containsExactly("GET /good");
        assertThat(loaded.problems()).hasSize(1);
        Problem problem = loaded.problems().get(0);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(files.text(problem)).startsWith("api.yaml:6 (/paths/~1a/$ref): error: ");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotWaitForPipesAndDevices() throws Exception {
        Path pipe = folder.resolve("pipe.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (String name : List.of("pipe.yaml", "/dev/zero")) {
            files.with("api.yaml", documentOf(name));

            assertThat(files.texts(files.load("api.yaml").problems()).toString())
                    .contains("api.yaml:6")
                    .contains("is no regular file");
        }
    }

    /** A part that leads nowhere is as if it were not written. */
    @Test
    void operationsAreReadWithoutTheirBrokenParts() {
        files.with("api.yaml", """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /bad:
                    post:
                      parameters: [{$ref: '#/components/parameters/Gone'}, {$ref: '#/components/parameters/Broken'}, {name: q, in: query, schema: {type: string}}]
                      requestBody: {$ref: ./nofile.yaml}
                      responses:
                        '200': {description: ok, headers: {X-A: {$ref: '#/components/headers/Gone'}}, content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}
                        '404': {$ref: '#/components/responses/Gone'}
                components:
                  parameters: {Broken: {$ref: gone.yaml}}
                """);

        LoadedContract loaded = files.load("api.yaml");
        var operation = loaded.contract().operation("POST /bad").orElseThrow();

        assertThat(loaded.problems()).hasSize(6).allMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(operation.parameters())
                .extracting(parameter -> parameter.name())
                .containsExactly("q");
        assertThat(operation.requestBody()).isEmpty();
        assertThat(operation.responses())
                .extracting(response -> response.status())
                .containsExactly("200", "404");
        assertThat(operation.responses().get(0).headers()).isEmpty();
        assertThat(loaded.contract().document().toString())
                .doesNotContain("Gone")
                .doesNotContain("nofile");
    }

    @Test
    void whatComesFromTheNetworkStaysBelowItsAddressAndReadsNoFileOfThisMachine() throws IOException {
        files.with("secret.yaml", ITEM);
        String document = documentOf("'below/item.yaml'") + "  /b: {$ref: '../above.yaml'}\n  /c: {$ref: '"
                + folder.resolve("secret.yaml").toUri() + "'}\n";
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] text = (path.endsWith("api.yaml") ? document : ITEM).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/api.yaml");

            LoadedContract loaded = ContractLoader.load(address, LoadOptions.DEFAULT);

            assertThat(operations(loaded.contract())).containsExactly("GET /good", "GET /a");
            assertThat(loaded.problems().toString())
                    .contains("/above.yaml), which is not allowed")
                    .contains("of this machine");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsEveryEncodingOfUnicode() throws IOException {
        String text = documentOf("item.yaml").replace("description: ok", "description: grüße");
        files.with("item.yaml", ITEM);
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            for (String mark : List.of("\ufeff", "")) {
                Files.write(folder.resolve("api.yaml"), (mark + text).getBytes(charset));

                Contract contract = files.load("api.yaml").contract();

                assertThat(contract.operations().get(0).responses().get(0).description())
                        .as(charset)
                        .isEqualTo("grüße");
            }
        }
    }

    @Test
    void saysInWhichLineAFileIsNoText() throws IOException {
        Files.write(
                folder.resolve("api.yaml"),
                "openapi: 3.0.3\ninfo:\n  title: gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowable(() -> files.load("api.yaml")))
                .hasMessageContaining("api.yaml:3: error: The file is not text in UTF-8. Save it as UTF-8.");
    }
}
