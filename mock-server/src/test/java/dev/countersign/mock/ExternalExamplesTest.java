package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.external.ExternalExamples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 section 4.8.19: an example whose value lies in a file of its own; RFC 3986 section 5 (relative references). */
class ExternalExamplesTest {
    private static final byte[] PIXELS = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        folder = Files.createDirectories(root.resolve("api"));
        Files.createDirectories(folder.resolve("parts/bodies"));
        Files.writeString(folder.resolve("parts/bodies/person.json"), "{\"name\": \"Ann\", \"height\": 1.80}\n");
        Files.writeString(folder.resolve("a b.xml"), "<a>\n  <b/>\n</a>\n");
        Files.writeString(folder.resolve("base64-like.bin"), "abcd");
        Files.write(folder.resolve("pixels.png"), PIXELS);
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(root.resolve("outside.json"), "{\"name\": \"Out\"}");
    }

    private LoadedContract load(String mediaType, String reference, LoadOptions options) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: ''
                          content:
                            '%s':
                              schema: {type: object, properties: {name: {type: string, example: generated}}}
                              examples: {own: {externalValue: '%s'}}
                """.formatted(mediaType, reference));
        return ExternalExamples.load(document, options);
    }

    private static MockResponse answer(LoadedContract loaded) {
        return Mock.compile(loaded.contract(), MockOptions.DEFAULTS).answer(MockRequest.of("GET", "/a", List.of(), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|parts/bodies/person.json|{\"name\":\"Ann\",\"height\":1.80}",
                "application/json|./parts/../parts/bodies/person.json|{\"name\":\"Ann\",\"height\":1.80}",
                "application/xml|a%20b.xml|'<a>\n  <b/>\n</a>\n'",
                "application/xml|a b.xml|'<a>\n  <b/>\n</a>\n'",
                "application/octet-stream|base64-like.bin|abcd",
                "text/plain|broken.json|{",
            })
    void servesTheFileInTheDocumentedMediaType(String mediaType, String reference, String body) throws IOException {
        LoadedContract loaded = load(mediaType, reference, LoadOptions.DEFAULT);

        assertThat(loaded.problems()).isEmpty();
        assertThat(answer(loaded).text()).isEqualTo(body);
        assertThat(answer(loaded).header("Content-Type").orElseThrow()).startsWith(mediaType);
    }

    /** OAS 3.1 sections 4.8.12 and 4.8.21. */
    @Test
    void readsThoseOfParametersAndHeaders() throws IOException {
        Files.writeString(folder.resolve("seven"), "7\n");
        Files.writeString(folder.resolve("word"), "two words\n");
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths:
                  /a:
                    get:
                      parameters: [{name: n, in: query, schema: {type: integer}, examples: {lucky: {externalValue: seven}}}]
                      responses:
                        '200':
                          description: ''
                          headers: {X-Word: {schema: {type: string}, examples: {own: {externalValue: word}}}}
                          content: {application/json: {examples: {usual: {value: 1}, lucky: {value: 2}}}}
                """);
        LoadedContract loaded = ExternalExamples.load(document, LoadOptions.DEFAULT);
        Mock mock = Mock.compile(loaded.contract(), MockOptions.DEFAULTS);

        assertThat(answer(loaded).text()).isEqualTo("1");
        assertThat(answer(loaded).header("X-Word")).contains("two words");
        assertThat(mock.answer(MockRequest.of("GET", "/a?n=7", List.of(), "")).text())
                .isEqualTo("2");
    }

    @Test
    void servesTheBytesOfAFileUrlOverARealSocket() throws IOException, InterruptedException {
        LoadedContract loaded =
                load("image/png", folder.resolve("pixels.png").toUri().toString(), LoadOptions.DEFAULT);
        Mock mock = Mock.compile(loaded.contract(), MockOptions.DEFAULTS);

        try (MockServer server = MockServer.start(mock::answer, ServerSettings.onFreePort())) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server.url() + "/a")).build();
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

            assertThat(response.body()).isEqualTo(PIXELS);
            assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        }
    }

    @Test
    void resolvesAgainstTheFileThatHoldsTheExample() throws IOException {
        Files.writeString(folder.resolve("parts/responses.yaml"), """
                ok: {description: '', content: {application/json: {examples: {own: {externalValue: bodies/person.json}}}}}
                """);
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {get: {responses: {'200': {$ref: 'parts/responses.yaml#/ok'}}}}}
                """);
        LoadedContract loaded = ExternalExamples.load(document, LoadOptions.DEFAULT);

        assertThat(answer(loaded).text()).isEqualTo("{\"name\":\"Ann\",\"height\":1.80}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.json|there is no such file. Name a file relative to the one that holds the example.",
                "parts|there is no such file. Name a file relative to the one that holds the example.",
                "../outside.json|it lies outside the document's folder. Move it there, or allow it with --allow-outside.",
                "broken.json|it is not well-formed JSON. Correct the file, or the media type.",
                "https://example.test/a.json|it lies on the network. Copy it beside the document, or allow it with"
                        + " --allow-remote.",
                "mailto:a@example.test|it names no file. Name a file or an http(s) address.",
                "'%zz'|this is not a URI reference. Percent-encode it.",
            })
    void generatesABodyAndWarnsWhereThereIsNoFile(String reference, String why) throws IOException {
        LoadedContract loaded = load("application/json", reference, LoadOptions.DEFAULT);

        assertThat(answer(loaded).text()).isEqualTo("{\"name\":\"generated\"}");
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .singleElement()
                .isEqualTo(folder.resolve("api.yaml")
                        + ":12 (/paths/~1a/get/responses/200/content/" + "application~1json/examples/own): warning:"
                        + " The external example \"" + reference + "\" is not served: " + why);
    }

    @Test
    void followsLinksOutOfTheFolderOnlyWhenAllowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.json"), root.resolve("outside.json"));

        assertThat(answer(load("application/json", "link.json", LoadOptions.DEFAULT))
                        .text())
                .isEqualTo("{\"name\":\"generated\"}");
        assertThat(answer(load("application/json", "link.json", new LoadOptions(true, false)))
                        .text())
                .isEqualTo("{\"name\":\"Out\"}");
    }

    @Test
    void fetchesAddressesWhenAllowed() throws IOException {
        MockResponse body = new MockResponse(
                200,
                List.of(new Header("Content-Type", "application/json")),
                "{\"name\":\"far\"}".getBytes(StandardCharsets.UTF_8));
        try (MockServer far = MockServer.start(request -> body, ServerSettings.onFreePort())) {
            LoadedContract loaded = load("application/json", far.url() + "/a.json", new LoadOptions(false, true));

            assertThat(answer(loaded).text()).isEqualTo("{\"name\":\"far\"}");
        }
    }

    @Test
    void leavesSignaturesOutOfWarnings() throws IOException {
        LoadedContract loaded =
                load("application/json", "https://example.test/a.json?signature=hunter2", LoadOptions.DEFAULT);

        assertThat(loaded.problems().toString())
                .contains("https://example.test/a.json")
                .doesNotContain("hunter2");
    }

    @Test
    void holdsExternalJsonAgainstItsSchemaButNoBytes() throws IOException {
        Files.writeString(folder.resolve("misfit.json"), "{\"name\": 5}");
        LoadedContract json = load("application/json", "misfit.json", LoadOptions.DEFAULT);
        LoadedContract bytes = load("application/octet-stream", "base64-like.bin", LoadOptions.DEFAULT);

        assertThat(ContractCheck.examples(json))
                .extracting(Problem::what)
                .singleElement()
                .asString()
                .startsWith("The example \"own\" does not fit its schema: /name ");
        assertThat(ContractCheck.examples(bytes)).isEmpty();
    }
}
