package dev.countersign.client.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.ClientBuilder;
import dev.countersign.client.DecodingException;
import dev.countersign.client.ItemStream;
import dev.countersign.client.ServerSentEvent;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.inprocess.MockHttpClient;
import dev.countersign.openapi.ContractLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Client and mock server agree about streams: every item of a document's example is served, and read into its type. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamedExamplesTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/contracts/streamed-examples.yaml");

    @TempDir
    Path folder;

    private GeneratedClient client;

    @BeforeAll
    void generate(@TempDir Path generated) {
        client = GeneratedClient.of(DOCUMENT, generated);
        assertThat(client.complaints()).isEmpty();
    }

    /** The calls of a client that a document's mock answers. */
    private Object calls(Path document) throws Exception {
        Mock mock = Mock.compile(ContractLoader.load(document).contract(), MockOptions.DEFAULTS);
        Class<?> type = client.root("OddClient");
        ClientBuilder<?> builder = (ClientBuilder<?>) type.getMethod("builder").invoke(null);
        builder.baseUrl("http://mock.test").httpClient(MockHttpClient.of(mock));
        return type.getMethod("defaultApi").invoke(builder.build());
    }

    private ItemStream<?> stream(Path document, String operation) throws Exception {
        Object calls = calls(document);
        Class<?> type = client.facade("DefaultApi");
        if (operation.equals("either")) {
            calls = type.getMethod("streaming").invoke(calls);
            type = client.facade("DefaultApi$Streaming");
        }
        return (ItemStream<?>) type.getMethod(operation).invoke(calls);
    }

    /** A stream's item in one line: of an event its name, identifier and pause before its data. */
    private static String line(Object item) {
        return item instanceof ServerSentEvent<?> event
                ? event.event() + " " + event.id() + " "
                        + event.retry().map(retry -> retry.toMillis() + " ").orElse("") + line(event.data())
                : new String(Json.write(item), UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                lines    | {"n":1,"text":"a"}      | {"n":2}        | {"n":3}
                list     | {"n":1,"text":"ü\\n"}   | {"n":2}        | {"n":3}
                sequence | {"n":1}                 | {"n":2}        | {"n":3}
                events   | tick 7 20 {"n":1}       | tock 7 {"n":2} | message 7 {"n":3}
                carried  | message  {"n":1}        | message  {"n":2} | message  {"n":3}
                texts    | message  "one\\nmore"   | message  "n"   |
                either   | {"n":1}                 | {"n":2}        | {"n":3}
                """)
    void areReadAsTheyStandInTheDocument(String operation, String first, String second, String third) throws Exception {
        try (ItemStream<?> stream = stream(DOCUMENT, operation)) {
            assertThat(stream.stream().map(StreamedExamplesTest::line))
                    .containsExactlyElementsOf(third == null ? List.of(first, second) : List.of(first, second, third));
        }
    }

    /** The same server, but for one item, of which the client's contract knows nothing. */
    private Path withAnotherItem() throws IOException {
        String document = Files.readString(DOCUMENT)
                .replace("n: {type: integer}", "n: {type: [integer, string]}")
                .replace("{n: 2}", "{n: two}")
                .replace("{\"n\": 2}", "{\"n\": \"two\"}");
        return Files.writeString(folder.resolve("another.yaml"), document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "list", "sequence", "events", "carried", "either"})
    void anItemThatDoesNotFitIsNotReadAndThoseAroundItAre(String operation) throws Exception {
        try (ItemStream<?> stream = stream(withAnotherItem(), operation)) {
            Iterator<?> items = stream.iterator();

            assertThat(line(items.next())).contains("\"n\":1");
            assertThatThrownBy(items::next)
                    .isInstanceOf(DecodingException.class)
                    .hasMessageEndingWith("in item 2, at /n, expected long");
            assertThat(line(items.next())).contains("\"n\":3");
            assertThat(items.hasNext()).isFalse();
        }
    }

    @Test
    void thePlainCallOfOneThatCanBeBothGetsJson() throws Exception {
        Object calls = calls(DOCUMENT);

        assertThat(line(client.facade("DefaultApi").getMethod("either").invoke(calls)))
                .isEqualTo("{\"n\":9}");
    }
}
