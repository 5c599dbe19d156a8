package dev.countersign.verify.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.schema.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** However a schema says it, a comparison of two releases finds what has become of its properties. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddSchemasTest {
    private static final Path TABLE = Path.of("../openapi/src/test/resources/contracts/odd-schemas.yaml");

    @TempDir
    static Path folder;

    private static JsonNode released;
    private static JsonNode current;

    /** In the current release each "count" is a text, and what "problems" holds is shorter. */
    @BeforeAll
    static void change() throws IOException {
        String text = Files.readString(TABLE);
        String changed = text.replace("{type: integer}", "{type: string}")
                .replace("items: {type: string}, x-violations", "items: {type: string, maxLength: 9}, x-violations");
        released = ContractLoader.load(TABLE).contract().document();
        current = ContractLoader.load(Files.writeString(folder.resolve("odd.yaml"), changed))
                .contract()
                .document();
    }

    static Stream<String> odd() {
        return released.at("/components/schemas").propertyNames().stream()
                .filter(name -> name.matches("Odd(?!Half|Secret|Attribute|CircleBack).*"));
    }

    private static List<SchemaDifference> differences(String schema, JsonNode now) {
        return new SchemaComparison(released, now, Direction.RESPONSE)
                .between(
                        released.at("/components/schemas").path(schema),
                        now.at("/components/schemas").path(schema));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void aSchemaIsTheSameAsItself(String schema) {
        assertThat(differences(schema, released)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whatHasBecomeOfAPropertyIsFound(String schema) {
        assertThat(differences(schema, current))
                .extracting(SchemaDifference::path)
                .contains("/count", "/problems/*");
    }

    /** Each alternative leads to the next union twice, and the last back to the first, with words beside the reference. */
    @Test
    void unionsOfUnionsAreLookedAtOnceEach() {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        for (int i = 0; i < 40; i++) {
            ArrayNode alternatives = schemas.putObject("Union" + i).putArray("anyOf");
            String next = "#/components/schemas/Union" + (i + 1) % 40;
            alternatives.addObject().put("$ref", next).put("description", "the next");
            alternatives.addObject().put("$ref", next);
            alternatives.addObject().put("type", "string");
        }
        ObjectNode changed = document.deepCopy();
        ((ObjectNode) changed.at("/components/schemas/Union39/anyOf/2")).put("type", "boolean");

        assertThat(between(document, document)).isEmpty();
        assertThat(between(document, changed)).isNotEmpty();
    }

    private static List<SchemaDifference> between(JsonNode before, JsonNode after) {
        return new SchemaComparison(before, after, Direction.RESPONSE)
                .between(before.at("/components/schemas/Union0"), after.at("/components/schemas/Union0"));
    }
}
