package dev.countersign.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.proxy.ProxyListener;
import dev.countersign.mock.proxy.ProxySettings;
import dev.countersign.mock.proxy.ValidatingProxy;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real answers that pass a proxy on real sockets become examples (OAS 3.1 section 4.8.19) in a copy of the document. */
class RecorderTest {
    private static final Contract CONTRACT = Contracts.ofPaths("""
            /people/{id}:
              get:
                operationId: getPerson
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses:
                  '200':
                    description: ''
                    content:
                      application/json:
                        example: {name: Documented}
                        schema:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string}
                            key: {type: string, format: password, minLength: 5}
                            login:
                              anyOf:
                                - {type: object, properties: {pin: {type: integer, x-secret: true}}}
                                - {type: object, properties: {user: {type: string}}}
                            keys: {type: array, items: {allOf: [{type: string}, {x-secret: true}]}}
                            tokens: {type: object, additionalProperties: {type: string, x-secret: true}}
                      text/plain: {}
                      image/png: {}
            """);

    @TempDir
    private Path folder;

    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private Path file;
    private Recorder recorder;
    private MockServer upstream;
    private MockServer proxy;

    @BeforeEach
    void start() {
        file = folder.resolve("recorded.json");
        upstream = MockServer.start(RecorderTest::realAnswer, ServerSettings.onFreePort());
        startProxy();
    }

    private void startProxy() {
        CompiledContract contract = CompiledContract.of(CONTRACT);
        recorder = new Recorder(file, contract, complaints::add);
        ProxyListener listener = new ProxyListener() {
            @Override
            public boolean wantsBodyOf(MockResponse head) {
                return Recorder.keeps(head);
            }

            @Override
            public void onAnswer(Operation operation, MediaTypeSpec documented, MockResponse answer) {
                recorder.onAnswer(operation, documented, answer);
            }
        };
        ProxySettings settings = ProxySettings.to(URI.create(upstream.url()));
        proxy = MockServer.startResponder(
                new ValidatingProxy(() -> contract, settings, listener), ServerSettings.onFreePort());
    }

    @AfterEach
    void stop() {
        proxy.close();
        upstream.close();
        recorder.close();
    }

    private static MockResponse realAnswer(MockRequest request) {
        String id = request.path().substring("/people/".length());
        return switch (id) {
            case "secret" ->
                json("{\"name\":\"Ann\",\"key\":\"hunter2\",\"login\":{\"pin\":4711,\"user\":\"ann\"},"
                        + "\"keys\":[\"hunter3\",\"hunter4\"],\"tokens\":{\"a\":\"hunter5\"}}");
            case "invalid" -> json("{\"nobody\":1}");
            case "text" -> response("text/plain", "plain");
            case "image" -> response("image/png", "pixels");
            default -> json("{\"name\":\"" + id + "\"}");
        };
    }

    private static MockResponse json(String body) {
        return response("application/json", body);
    }

    private static MockResponse response(String type, String body) {
        return new MockResponse(200, List.of(new Header("Content-Type", type)), body.getBytes(StandardCharsets.UTF_8));
    }

    private String call(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(proxy.url() + "/people/" + id))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private LoadedContract recorded() {
        recorder.close();
        return ContractLoader.load(file);
    }

    private String ask(LoadedContract loaded, String example) {
        return Mock.compile(loaded.contract(), MockOptions.DEFAULTS)
                .answer(MockRequest.of("GET", "/people/1?__example=" + example, List.of(), ""))
                .text();
    }

    @Test
    void keepsEachAnswerOnceUnderAName() throws IOException, InterruptedException {
        for (String id : List.of("Ann", "Bob", "Ann", "text")) {
            call(id);
        }
        LoadedContract loaded = recorded();

        assertThat(ask(loaded, "recorded-1")).isEqualTo("{\"name\":\"Ann\"}");
        assertThat(ask(loaded, "recorded-2")).isEqualTo("{\"name\":\"Bob\"}");
        assertThat(ask(loaded, "documented")).isEqualTo("{\"name\":\"Documented\"}");
        assertThat(loaded.contract()
                        .document()
                        .at("/paths/~1people~1{id}/get/responses/200/content/application~1json/examples")
                        .propertyNames())
                .containsExactly("documented", "recorded-1", "recorded-2");
        assertThat(complaints).isEmpty();
    }

    @Test
    void givesTheClientTheRealAnswerAndTheFileNoSecret() throws IOException, InterruptedException {
        assertThat(call("secret")).contains("hunter2", "4711", "hunter3", "hunter4", "hunter5");
        LoadedContract loaded = recorded();

        assertThat(Files.readString(file)).doesNotContain("hunter", "4711").contains("Ann", "\"user\"");
        assertThat(ContractCheck.examples(loaded)).isEmpty();
    }

    @Test
    void keepsNeitherWhatBreaksTheContractNorWhatCannotBeRead() throws IOException, InterruptedException {
        call("invalid");
        call("image");
        call("Documented");

        assertThat(recorded().contract().document()).isEqualTo(CONTRACT.document());
    }

    @Test
    void keepsNoMoreThanTenAnswersOfAKind() throws IOException, InterruptedException {
        for (int i = 0; i < 15; i++) {
            call("person" + i);
        }

        assertThat(ask(recorded(), "recorded-10")).isEqualTo("{\"name\":\"person9\"}");
        assertThat(Files.readString(file)).doesNotContain("person10");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException, InterruptedException {
        Files.writeString(file, "what was there before");
        call("Ann");
        recorder.close();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(Files.readString(file)).contains("Ann");
    }

    @Test
    void saysWhenTheFileCannotBeWritten() throws IOException, InterruptedException {
        proxy.close();
        file = folder.resolve("missing/recorded.json");
        startProxy();
        call("Ann");
        recorder.close();

        assertThat(complaints)
                .isNotEmpty()
                .allMatch(complaint -> complaint.equals("warning: the recording could not be written to " + file
                        + ". Is the folder writable, and the disk not full?"));
    }
}
