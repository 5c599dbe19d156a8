package dev.countersign.verify.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client has to hand out of a stream that a document has an example of. */
class StreamedCaseTest {
    @TempDir
    Path folder;

    private StreamedCase streamed(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.2.0
                info: {title: Streams, version: '1'}
                paths: {/s: {get: {operationId: s, responses: {'200': {description: ok, content: {%s}}}}}}
                """.formatted(content));
        Contract contract = ContractLoader.load(file).contract();
        SchemaSamples samples = new SchemaSamples(contract);
        return StreamedCase.of(Derivation.of(contract, samples).cases().get(0), samples);
    }

    private static List<JsonNode> json(String array) {
        return JsonMapper.shared().readTree(array).valueStream().toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                application/jsonl: {itemSchema: {}, example: [{n: 1}, 2]}              | [{"n":1},2]
                application/json-seq: {schema: {}, example: {n: 1}}                    | [{"n":1}]
                application/json: {example: 1}, application/x-ndjson: {example: [2]}   | [2]
                text/event-stream: {itemSchema: {}, example: [{id: a, data: x, retry: 5}, {data: y, event: e}, {event: e}, {id: b, data: z}]} | [{"event":"message","id":"a","data":"x","retry":5},{"event":"e","id":"a","data":"y"},{"event":"message","id":"b","data":"z"}]
                text/event-stream: {itemSchema: {}, example: [{n: 1}]}                 | [{"event":"message","id":"","data":{"n":1}}]
                """)
    void isEveryItemOfTheExample(String content, String items) throws IOException {
        StreamedCase streamed = streamed(content);

        assertThat(streamed.obstacle()).isEmpty();
        assertThat(streamed.items()).isEqualTo(json(items));
        assertThat(streamed.differences(json(items))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                application/json: {example: 1}                                          | its answer is no stream
                application/jsonl: {itemSchema: {type: integer}}                        | its stream has no example
                application/jsonl: {schema: {}, example: "1 2"}                         | the example of its stream is a text, and not its items
                application/jsonl: {itemSchema: {type: integer}, example: [a]}          | the example of its stream does not fit: /0 must be an integer, was a string
                """)
    void isNotKnownWithoutAnExampleThatFits(String content, String reason) throws IOException {
        assertThat(streamed(content).obstacle()).hasValue(reason);
    }

    @Test
    void isSaidToDifferItemByItem() throws IOException {
        StreamedCase streamed = streamed("application/jsonl: {itemSchema: {}, example: [{n: 1}, {n: 2}]}");

        assertThat(streamed.differences(json("[{\"n\":1},{\"n\":3}]")))
                .containsExactly("item 2: /n: expected 2, but was 3");
        assertThat(streamed.differences(json("[{\"n\":1}]")))
                .containsExactly("expected 2 items, but the client handed out 1");
    }

    /** A client that knows the type of what an event carries reads it out of its text. */
    @Test
    void holdsDataAsTextOrAsWhatItIs() throws IOException {
        StreamedCase streamed = streamed("text/event-stream: {itemSchema: {}, example: [{data: '{\"n\": 1}'}]}");

        assertThat(streamed.differences(json("[{\"event\":\"message\",\"id\":\"\",\"data\":{\"n\":1}}]")))
                .isEmpty();
        assertThat(streamed.differences(json("[{\"event\":\"message\",\"id\":\"\",\"data\":{\"n\":2}}]")))
                .hasSize(1);
        assertThat(streamed.differences(json("[{\"event\":\"message\",\"id\":\"\",\"data\":\"n\"}]")))
                .hasSize(1);
    }
}
