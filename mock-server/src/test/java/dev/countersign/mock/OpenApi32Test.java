package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OAS 3.2 adds to 3.1; the numbers are sections of 3.2. */
class OpenApi32Test {
    private static final LoadedContract LOADED =
            ContractLoader.load(Path.of("src/test/resources/contracts/streams.yaml"));
    private static final Mock MOCK = Mock.compile(LOADED.contract(), MockOptions.DEFAULTS);

    private static Validated validated(String method, String target, String type, String body) {
        MockRequest request =
                MockRequest.of(method, target, List.of(new Header("Content-Type", type)), unescaped(body));
        return MOCK.walk(request).validated().orElseThrow();
    }

    private static MockResponse get(String target) {
        return MOCK.answer(MockRequest.of("GET", target, List.of(), ""));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\u001e", "\u001e");
    }

    @Test
    void nothingIsRefusedForBeingNew() {
        assertThat(ContractCheck.document(LOADED)).isEmpty();
    }

    @ParameterizedTest(name = "4.14 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/log.jsonl|application/jsonl|{\"level\":1,\"text\":\"a\"}\\n{\"level\":2,\"text\":\"b\"}\\n",
                "/log.seq|application/json-seq|\\u001e{\"level\":1}\\n\\u001e{\"level\":2}\\n",
                "/events|text/event-stream;charset=utf-8|event: add\\nid: 1\\nretry: 5\\ndata: one\\ndata: two\\n\\ndata: {\"level\":3}\\n\\n",
                "/written|text/csv;charset=utf-8|a,b\\n1,2\\n",
                "/serialized|application/json|{\"level\":7}",
                "/data|application/json|{\"level\":8}",
                "/parts|multipart/mixed;boundary=countersign-part-boundary|--countersign-part-boundary\\r\\nContent-Type: application/json\\r\\n\\r\\n{\"level\":1}\\r\\n--countersign-part-boundary\\r\\nContent-Type: text/csv\\r\\n\\r\\na,b\\r\\n--countersign-part-boundary--\\r\\n",
            })
    void writesSequencesFromExamples(String path, String type, String body) {
        MockResponse response = get(path);

        assertThat(response.header("Content-Type")).contains(type);
        assertThat(response.text()).isEqualTo(unescaped(body));
    }

    @ParameterizedTest(name = "4.14.2 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/log.jsonl|application/jsonl|{\"level\":1}\\n\\n{\"level\":2}|<none>",
                "/log.jsonl|application/jsonl|{\"level\":1}\\n{\"level\":\"x\"}|body /1/level: must be an integer, was a string",
                "/log.jsonl|application/jsonl|{\"level\":1}\\n{|body: has an item 1 that is not well-formed JSON",
                "/log.seq|application/json-seq|\\u001e{\"level\":1}\\n\\u001e{\\n\"level\":2}\\n|<none>",
                "/log.seq|application/json-seq|\\u001e{}\\n|body /0/level: required property \"level\" is missing",
                "/events|text/event-stream|: hello\\ndata: a\\ndata: b\\n\\nevent: add\\ndata: 1\\r\\n\\r\\n|<none>",
                "/events|text/event-stream|event: add\\n\\n|body /0/data: required property \"data\" is missing",
                "/single|application/x-ndjson|{\"level\":1}|<none>",
                "/single|application/x-ndjson|{\"level\":\"x\"}|body /level: must be an integer, was a string",
                "/parts|multipart/mixed; boundary=b|--b\\r\\nContent-Type: application/json\\r\\n\\r\\n{\"level\":1}\\r\\n--b\\r\\n\\r\\nx\\r\\n--b--|<none>",
                "/parts|multipart/mixed; boundary=b|--b\\r\\nContent-Type: application/json\\r\\n\\r\\n{}\\r\\n--b--|body /0/level: required property \"level\" is missing",
            })
    void holdsEveryItemAgainstItsSchema(String path, String type, String body, String violations) {
        String summary = validated("POST", path, type, body).summary();

        assertThat(summary.isEmpty() ? "<none>" : summary).isEqualTo(violations);
    }

    @Test
    void generatedSequencesFitTheirSchema() {
        for (String path : List.of("/log.jsonl", "/log.seq", "/events", "/parts")) {
            for (int seed = 0; seed < 40; seed++) {
                MockResponse written = get(path + "?__dynamic=true&__seed=" + seed);
                String type = written.header("Content-Type").orElseThrow();

                assertThat(validated("POST", path, type, written.text()).summary())
                        .as(written.text())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "4.12.2 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/search?q=a&limit=3&__seed=1|<none>",
                "/search?limit=x|query parameter \"whole\" /q: required property \"q\" is missing; query parameter \"whole\" /limit: must be an integer, was a string",
                "/search|query parameter \"whole\": is required and missing",
                "/find?%7B%22level%22%3A1%7D|<none>",
                "/find?%7B%7D|query parameter \"filter\" /level: required property \"level\" is missing",
                "/find?level|query parameter \"filter\": is not well-formed JSON (line 1, column 1)",
                "/find|<none>",
            })
    void readsTheQueryAsAWhole(String target, String violations) {
        String summary = MOCK.walk(MockRequest.of("GET", target, List.of(), ""))
                .validated()
                .orElseThrow()
                .summary();

        assertThat(summary.isEmpty() ? "<none>" : summary).isEqualTo(violations);
    }

    @ParameterizedTest(name = "4.9 {0}")
    @CsvSource({"QUERY,200", "COPY,201", "copy,405"})
    void answersMethodsOfEveryName(String method, int status) {
        Header type = new Header("Content-Type", "application/json");

        assertThat(MOCK.answer(MockRequest.of(method, "/methods", List.of(type), "{\"level\":1}"))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "4.25.4 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"cat\",\"lives\":9}|<none>",
                "{\"kind\":\"cat\"}|body /lives: required property \"lives\" is missing",
                "{\"kind\":\"newt\"}|body /name: required property \"name\" is missing",
                "{}|body /name: required property \"name\" is missing",
            })
    void takesWhatClaimsNothingForTheDefault(String body, String violations) {
        String summary = validated("POST", "/pets", "application/json", body).summary();

        assertThat(summary.isEmpty() ? "<none>" : summary).isEqualTo(violations);
    }

    @Test
    void resolvesReferencesToTheDocumentsOwnAddress() {
        assertThat(get("/self").text()).isEqualTo("{\"level\":9}");
    }
}
