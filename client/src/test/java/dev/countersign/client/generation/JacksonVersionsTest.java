package dev.countersign.client.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** An application's own mapper, whichever Jackson it is of, reads and writes models as the client does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JacksonVersionsTest {
    private static final JsonMapper JACKSON_3 = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private static final String JSON = """
            {"id": 1, "note": null, "when": "2024-01-01T10:00:00+02:00", "day": "2024-01-02", "kind": "later",
             "animal": {"lives": 9, "type": "Cat"}, "animals": [{"barks": true, "type": "Dog"}, {"type": "Bird"}],
             "anything": null, "free": {"x": [1, 2.50, "y", false, null]}, "map": {"k": 5}, "mixed": "s",
             "bytes": "YWJj", "price": 1.10, "ratio": 1.5, "maybe": null, "code": 2,
             "uuid": "123e4567-e89b-12d3-a456-426614174000", "uri": "http://a", "extra": {"y": true}}
            """;

    private GeneratedClient client;

    @BeforeAll
    void generate(@TempDir Path folder) {
        client = GeneratedClient.of(Path.of("src/test/resources/contracts/values.yaml"), folder);
        assertThat(client.complaints()).isEmpty();
    }

    private Object model() throws Exception {
        return Json.read(JSON.getBytes(UTF_8), JsonType.of(client.model("Everything")));
    }

    @Test
    void theClientItselfLosesNothing() throws Exception {
        assertThat(JACKSON_3.readTree(Json.write(model()))).isEqualTo(JACKSON_3.readTree(JSON));
    }

    @Test
    void jackson3WritesTheSame() throws Exception {
        assertThat(JACKSON_3.readTree(JACKSON_3.writeValueAsString(model()))).isEqualTo(JACKSON_3.readTree(JSON));
    }

    @Test
    void jackson3ReadsTheSame() throws Exception {
        Object read = JACKSON_3.readValue(JSON, client.model("Everything"));

        assertThat(read).hasToString(model().toString());
        assertThat(JACKSON_3.readTree(Json.write(read))).isEqualTo(JACKSON_3.readTree(JSON));
    }

    @Test
    void soDoesAMapperOfJackson2() throws Exception {
        var jackson2 = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .findAndAddModules()
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(com.fasterxml.jackson.databind.DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();

        assertThat(JACKSON_3.readTree(jackson2.writeValueAsString(model()))).isEqualTo(JACKSON_3.readTree(JSON));
        assertThat((Object) jackson2.readValue(JSON, client.model("Everything")))
                .hasToString(model().toString());
    }

    /** It writes and reads everything but dates, and says so, rather than writing them as something else. */
    @Test
    void aMapperOfJackson2WithoutItsModuleForDatesSaysSo() throws Exception {
        var plain = new com.fasterxml.jackson.databind.ObjectMapper();
        Object model = model();

        assertThatThrownBy(() -> plain.writeValueAsString(model))
                .isInstanceOf(com.fasterxml.jackson.databind.exc.InvalidDefinitionException.class)
                .hasMessageContainingAll("java.time.OffsetDateTime", "jackson-datatype-jsr310");
        assertThatThrownBy(() -> plain.readValue(JSON, client.model("Everything")))
                .isInstanceOf(com.fasterxml.jackson.databind.exc.InvalidDefinitionException.class)
                .hasMessageContainingAll("java.time.OffsetDateTime", "jackson-datatype-jsr310");

        String cat = "{\"type\":\"Cat\",\"lives\":9}";
        Object read = plain.readValue(cat, client.model("Cat"));
        assertThat(JACKSON_3.readTree(plain.writeValueAsString(read))).isEqualTo(JACKSON_3.readTree(cat));
    }

    /** A tree of either Jackson may be given where the contract does not say what stands. */
    @Test
    void treesOfBothAreTakenAsFreeFormJson() throws Exception {
        Object builder = client.model("Cat").getMethod("builder").invoke(null);
        var extra = builder.getClass().getMethod("additionalProperty", String.class, Object.class);
        extra.invoke(builder, "two", com.fasterxml.jackson.databind.node.IntNode.valueOf(2));
        extra.invoke(builder, "three", JACKSON_3.readTree("{\"a\": [1.5, null]}"));
        Object cat = builder.getClass().getMethod("build").invoke(builder);

        assertThat(new String(Json.write(cat), UTF_8))
                .isEqualTo("{\"type\":\"Cat\",\"two\":2,\"three\":{\"a\":[1.5,null]}}");
    }
}
