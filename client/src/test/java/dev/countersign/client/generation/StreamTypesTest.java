package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which documents describe answers that are streams, and the types that these have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamTypesTest {
    private GeneratedClient client;

    @BeforeAll
    void generate(@TempDir Path folder) throws Exception {
        client = GeneratedClient.of(Path.of("src/test/resources/contracts/streams.yaml"), folder);
        assertThat(client.complaints()).isEmpty();
        assertThat(SourceText.faults(client.sources())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "declared, EventStream<Tick>",
        "declaredText, EventStream<String>",
        "declaredUnnamed, EventStream<String>",
        "declaredReferred, EventStream<Tick>",
        "declaredKinds, EventStream<DeclaredKinds200ResponseData>",
        "declaredMixed, EventStream<String>",
        "carried, EventStream<Tick>",
        "schema, EventStream<Tick>",
        "schemaOfEvents, EventStream<Tick>",
        "schemaOfList, EventStream<Tick>",
        "schemaOfText, EventStream<String>",
        "schemaOfNumber, EventStream<Long>",
        "bare, EventStream<String>",
        "lines, ItemStream<Tick>",
        "linesOfList, ItemStream<Tick>",
        "linesOfItem, ItemStream<Tick>",
        "linesOfText, ItemStream<Object>",
        "linesInline, ItemStream<LinesInline200ResponseItem>",
        "linesOfBytes, byte[]",
        "features, ItemStream<Object>",
        "both, End",
        "bothOld, String",
        "fallback, EventStream<Tick>",
        "failure, End",
    })
    void callReturns(String operation, String expected) throws Exception {
        assertThat(returned(client.facade("DefaultApi"), operation)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"both, EventStream<Tick>", "bothOld, ItemStream<Tick>"})
    void callAnsweredWithAStreamReturns(String operation, String expected) throws Exception {
        assertThat(returned(client.facade("DefaultApi$Streaming"), operation)).isEqualTo(expected);
    }

    /** Those that are answered with nothing else need no other form. */
    @Test
    void noOtherCallHasAnotherForm() throws Exception {
        assertThat(client.facade("DefaultApi$Streaming").getMethods())
                .extracting(Method::getName)
                .containsOnly("both", "bothOld");
    }

    private static String returned(Class<?> facade, String operation) {
        return Stream.of(facade.getMethods())
                .filter(method -> method.getName().equals(operation))
                .map(method -> method.getGenericReturnType().getTypeName().replaceAll("[a-z]+\\.", ""))
                .findFirst()
                .orElseThrow();
    }
}
