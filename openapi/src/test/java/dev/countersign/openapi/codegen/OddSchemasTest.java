package dev.countersign.openapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** However a schema says it, its class, or one that it permits, has the properties that the schema describes. */
class OddSchemasTest {
    private static final Contract ODD = ContractLoader.load(Path.of("src/test/resources/contracts/odd-schemas.yaml"))
            .contract();
    private static final Models MODELS = new Models();
    private static final TypeResolver RESOLVER = new TypeResolver(ODD, MODELS);

    static Stream<String> odd() {
        return ODD.document().at("/components/schemas").propertyNames().stream()
                .filter(name -> name.matches("Odd(?!Half|Secret|Attribute|CircleBack).*"));
    }

    /** The properties of the class that a property with this schema has, by their names in JSON. */
    private static Map<String, JsonNode> fields(String schema) {
        String pointer = Pointer.child("/components/schemas", schema);
        JavaType type = RESOLVER.resolve(
                SchemaNode.of(ODD.document(), ODD.dialect(), pointer).reference(), "Held");
        JsonNode model = MODELS.description(type.name());
        if (type.kind() == JavaType.Kind.UNION) {
            model = MODELS.description(model.path("permits").asString("").split(",", 2)[0]);
        }
        return model.path("fields")
                .valueStream()
                .collect(Collectors.toMap(field -> field.path("wire").asString(""), Function.identity()));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void eachPropertyHasTheTypeThatTheSchemaGivesIt(String schema) {
        Map<String, JsonNode> fields = fields(schema);

        assertThat(fields).containsKeys("count", "token", "problems", "key");
        assertThat(fields.get("count").path("boxed").asString("")).isEqualTo("Long");
        assertThat(fields.get("token").path("boxed").asString("")).isEqualTo("String");
        assertThat(fields.get("problems").path("boxed").asString("")).isEqualTo("List<String>");
        assertThat(fields.get("key").path("boxed").asString("")).isEqualTo("String");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void onlyTheSecretIsNeverShown(String schema) {
        assertThat(fields(schema).entrySet())
                .filteredOn(field -> field.getValue().path("secret").booleanValue())
                .extracting(Map.Entry::getKey)
                .containsExactly("token");
    }
}
