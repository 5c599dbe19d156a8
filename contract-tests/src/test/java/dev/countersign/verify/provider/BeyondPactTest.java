package dev.countersign.verify.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.openapi.build.ContractBuild;
import dev.countersign.openapi.build.Gate;
import dev.countersign.verify.pact.PactStep;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.report.Check;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Pact has no words for is no fault of anybody's, and is not left unseen either. */
class BeyondPactTest {
    private static final String DOCUMENT = """
            openapi: 3.2.0
            info: {title: Beyond, version: '1'}
            components:
              schemas:
                Entry: {type: object, required: [level], properties: {level: {type: integer}}}
            paths:
              /lines:
                get: {operationId: lines, responses: {'200': {description: '', content: {application/jsonl: {
                  itemSchema: {$ref: '#/components/schemas/Entry'}, example: [{level: 1}, {level: 2}]}}}}}
                post: {operationId: load, requestBody: {content: {application/x-ndjson: {
                  itemSchema: {$ref: '#/components/schemas/Entry'}, example: [{level: 1}, {level: 2}]}}},
                  responses: {'204': {description: ''}}}
              /newlines:
                get: {operationId: newlines, responses: {'200': {description: '', content: {application/x-ndjson: {
                  schema: {type: array, items: {$ref: '#/components/schemas/Entry'}}}}}}}
              /single:
                get: {operationId: single, responses: {'200': {description: '', content: {application/x-ndjson: {
                  schema: {$ref: '#/components/schemas/Entry'}}}}}}
              /text:
                get: {operationId: text, responses: {'200': {description: '', content: {application/x-ndjson: {
                  schema: {type: string}}}}}}
              /records:
                get: {operationId: records, responses: {'200': {description: '', content: {application/json-seq: {
                  itemSchema: {$ref: '#/components/schemas/Entry'}, example: [{level: 1}]}}}}}
              /events:
                get: {operationId: events, responses: {'200': {description: '', content: {text/event-stream: {
                  itemSchema: {type: object, required: [data], properties: {event: {type: string}, data: {$ref: '#/components/schemas/Entry'}}},
                  example: [{event: add, data: {level: 1}}, {data: {level: 2}}]}}}}}
              /carried:
                get: {operationId: carried, responses: {'200': {description: '', content: {text/event-stream: {
                  itemSchema: {$ref: '#/components/schemas/Entry'}}}}}}
              /names:
                get: {operationId: names, responses: {'200': {description: '', content: {application/json: {
                  schema: {type: object, properties: {'': {type: string}, it's: {type: integer}, plain: {type: string}}},
                  example: {'': a, it's: 1, plain: b, inner: {'': {deep: 1}}}}}}}}
            """;

    @TempDir
    Path folder;

    private Subject subject;
    private final Checks checks = new Checks();
    private HttpServer server;
    private volatile String type = "";
    private volatile String text = "";

    @BeforeEach
    void start() throws IOException {
        Path document = Files.writeString(folder.resolve("beyond.yaml"), DOCUMENT);
        new ContractBuild(document, document, folder, Gate.LENIENT, "", "").run();
        subject = Subject.in(folder, false);
        new PactStep(subject, subject.pactIn(folder.resolve("pacts"))).run(checks);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isPassedOverWithItsReason() {
        assertThat(checks.made())
                .filteredOn(check -> check.outcome() instanceof Outcome.PassedOver)
                .extracting(Check::operation, Check::message)
                .contains(
                        tuple(
                                "lines",
                                "Pact has no notion of a sequence of values (application/jsonl); the items are held"
                                        + " against their schema without it"),
                        tuple(
                                "names",
                                "no path of Pact names a member whose name is empty or holds an apostrophe; such members"
                                        + " are held against their schema without it"))
                .hasSize(subject.cases().size() - 1);
        assertThat(checks.made()).filteredOn(Check::hasFailed).isEmpty();
    }

    @Test
    void pactSaysWhatItCan() throws IOException {
        JsonNode pact = JsonMapper.shared()
                .readTree(subject.pactIn(folder.resolve("pacts")).toFile());
        JsonNode lines = answer(pact, "lines answers 200");
        assertThat(lines.has("body")).isFalse();
        assertThat(lines.at("/headers/Content-Type/0").asString()).isEqualTo("application/jsonl");
        assertThat(answer(pact, "names answers 200").at("/body/content")).hasToString("{\"inner\":{},\"plain\":\"b\"}");
    }

    private static JsonNode answer(JsonNode pact, String description) {
        return pact.path("interactions")
                .valueStream()
                .filter(each -> each.path("description").asString().equals(description))
                .findFirst()
                .orElseThrow()
                .path("response");
    }

    /** It is held to the very examples, and shares no code with what reads them here. */
    @Test
    void mockServerKeepsIt() {
        try (OwnMock mock = OwnMock.of(subject.contract())) {
            for (ProviderUnderTest each :
                    List.of(ProviderUnderTest.mock(mock.url()), ProviderUnderTest.real("real", mock.url()))) {
                assertThat(verification().promises())
                        .allSatisfy(promise -> assertThat(verification().failures(each, promise))
                                .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lines    | application/jsonl    | {\"level\":7}~{\"level\":8}~{\"level\":9,\"x\":1}~",
                "lines    | application/jsonl    | ``",
                "newlines | application/x-ndjson | {\"level\":7}~{\"level\":8}",
                "single   | application/x-ndjson | {\"level\":7}~{\"level\":8}~",
                "text     | application/x-ndjson | {\"level\":7}~no JSON~",
                "records  | application/json-seq | ^{\"level\":7}~^{\"level\":~8}~",
                "events   | text/event-stream    | : hello~~event: a~data: {\"level\":~data: 7}~~data: [DONE]~~",
                "carried  | text/event-stream    | event: a~id: 5~data: {\"level\": 7}~~data: {\"level\": 8}~~data: {\"lev",
                "names    | application/json     | {\"\":\"other\",\"it's\":2,\"plain\":\"c\",\"inner\":{\"\":{\"deep\":2}}}",
            })
    void otherValuesOfTheSameTypesAreKept(String operation, String mediaType, String answer) {
        assertThat(failures(operation, mediaType, answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lines    | application/jsonl    | {\"level\":7}~{\"level\":\"8\"}~     | /1/level must be an integer",
                "lines    | application/jsonl    | {\"level\":7}~{\"level\"             | item 1 is not JSON",
                "lines    | application/jsonl    | [{\"level\":7}]                      | /0 must be an object",
                "lines    | application/json     | {\"level\":7}                        | Content-Type",
                "newlines | application/x-ndjson | {\"level\":7}~{}                     | /1",
                "single   | application/x-ndjson | {\"level\":7}~{}                     | item 1: ",
                "records  | application/json-seq | ^{\"level\":7}~^{\"level\":null}~    | /1/level must be an integer",
                "events   | text/event-stream    | data: {\"level\":1.5}~~              | /0/data",
                "carried  | text/event-stream    | data: {\"level\":7}~~data: {}~~      | /1",
                "names    | application/json     | {\"\":1,\"it's\":2,\"plain\":\"c\",\"inner\":{}} | does not fit its schema: / must be a string",
                "names    | application/json     | {\"\":\"\",\"it's\":\"2\",\"plain\":\"c\",\"inner\":{}} | /it's must be an integer",
                "names    | application/json     | {\"\":\"\",\"it's\":2,\"plain\":3,\"inner\":{}} | $.plain",
            })
    void whatDoesNotFitIsNamed(String operation, String mediaType, String answer, String what) {
        assertThat(failures(operation, mediaType, answer)).first().asString().contains(what);
    }

    private List<String> failures(String operation, String mediaType, String answer) {
        type = mediaType;
        text = answer.replace('~', '\n').replace('^', '\u001e');
        ProviderUnderTest provider = ProviderUnderTest.named(Map.of(
                        "provider.url",
                        "http://127.0.0.1:" + server.getAddress().getPort()))
                .orElseThrow();
        return verification()
                .promises()
                .filter(promise -> promise.testCase().operation().id().equals(operation))
                .flatMap(promise -> verification().failures(provider, promise).stream())
                .toList();
    }

    private PactVerification verification() {
        return new PactVerification(subject.pactIn(folder.resolve("pacts")), subject.contract(), subject.derivation());
    }
}
