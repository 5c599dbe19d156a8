package dev.countersign.openapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.json.Pointer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From one schema to others: JSON Schema 2020-12 core sections 8.2.3 and 10.2, OAS 3.0 section 4.7.24. */
class SchemaNodeTest {
    private static final Contract ODD = ContractLoader.load(Path.of("src/test/resources/contracts/odd-schemas.yaml"))
            .contract();

    static Stream<String> odd() {
        return ODD.document().at("/components/schemas").propertyNames().stream()
                .filter(name -> name.matches("Odd(?!Half|Secret|Attribute|CircleBack).*"));
    }

    private static SchemaNode schema(Contract contract, String name) {
        String pointer = Pointer.child("/components/schemas", name);
        return SchemaNode.of(contract.document(), contract.dialect(), pointer);
    }

    private static SchemaNode schema(Dialect dialect, String schemas, String name) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.putObject("components").set("schemas", JsonMapper.shared().readTree(schemas.replace('\'', '"')));
        return SchemaNode.of(document, dialect, "/components/schemas/" + name);
    }

    private static List<String> names(List<SchemaNode> schemas) {
        return schemas.stream().map(SchemaNode::name).toList();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void findsEveryPropertyOfAnOddSchema(String name) {
        SchemaNode schema = schema(ODD, name);

        assertThat(schema.properties()).containsKeys("count", "token", "problems", "key");
        assertThat(schema.property("token").isSecret()).isTrue();
        assertThat(schema.property("problems").isSecret()).isFalse();
        assertThat(schema.property("problems").items(0).node().path("type").asString(""))
                .isEqualTo("string");
        assertThat(schema.property("nothing").exists()).isFalse();
        assertThat(schema.applied()).doesNotHaveDuplicates().contains(schema);
    }

    @Test
    void listsWhatSpeaksOfTheSameValueInTheOrderOfTheDocument() {
        SchemaNode schema = schema(
                Dialect.OPENAPI_3_1,
                "{'A': {'$ref': '#/components/schemas/B', 'anyOf': [{'title': 'x'}], 'allOf': [{'not': {}}, false]},"
                        + " 'B': {'oneOf': [{'$ref': '#/components/schemas/A'}, {'if': {}, 'then': {}}]}}",
                "A");

        assertThat(schema.applied())
                .extracting(each -> each.pointer().replace("/components/schemas", ""))
                .containsExactly("/A", "/B", "/B/oneOf/0", "/B/oneOf/1", "/A/allOf/0", "/A/anyOf/0");
        assertThat(schema.applicable())
                .extracting(each -> each.pointer().replace("/components/schemas", ""))
                .contains("/B/oneOf/1/if", "/B/oneOf/1/then", "/A/allOf/0/not");
        assertThat(schema.appliesItself()).isTrue();
    }

    @Test
    void whatStandsBesideAReferenceCountsSince31() {
        String schemas =
                "{'A': {'$ref': '#/components/schemas/B', 'properties': {'x': {}}}, 'B': {'properties': {'y': {}}}}";

        assertThat(schema(Dialect.OPENAPI_3_1, schemas, "A").properties()).containsOnlyKeys("x", "y");
        assertThat(names(schema(Dialect.OPENAPI_3_0, schemas, "A").applied())).containsExactly("A", "B");
        assertThat(schema(Dialect.OPENAPI_3_1, schemas, "A").resolved().name()).isEqualTo("A");
        assertThat(schema(Dialect.OPENAPI_3_0, schemas, "A").resolved().name()).isEqualTo("B");
    }

    @Test
    void aChainOfReferencesEndsAlsoInACircle() {
        String schemas = "{'A': {'$ref': '#/components/schemas/B'}, 'B': {'$ref': '#/components/schemas/A'},"
                + " 'C': {'$ref': '#/components/schemas/Nowhere'}}";

        assertThat(names(schema(Dialect.OPENAPI_3_1, schemas, "A").applied())).containsExactly("A", "B");
        assertThat(schema(Dialect.OPENAPI_3_1, schemas, "A").resolved().node().has("$ref"))
                .isTrue();
        assertThat(schema(Dialect.OPENAPI_3_1, schemas, "C").referred()).isEmpty();
        assertThat(names(schema(Dialect.OPENAPI_3_1, schemas, "C").applied())).containsExactly("C");
    }

    @Test
    void tuplesGiveItemsByTheirPlace() {
        SchemaNode schema = schema(
                Dialect.OPENAPI_3_1,
                "{'A': {'allOf': [{'prefixItems': [{'type': 'integer'}]}], 'items': {'type': 'string'}}}",
                "A");

        assertThat(schema.items(0).node().path("type").asString()).isEqualTo("integer");
        assertThat(schema.items(1).node().path("type").asString()).isEqualTo("string");
    }

    @Test
    void aStepToWhereNothingStandsLeadsToAMissingSchema() {
        SchemaNode nothing =
                schema(Dialect.OPENAPI_3_1, "{}", "A").child("properties").child("x");

        assertThat(nothing.exists()).isFalse();
        assertThat(nothing.items(3).property("y").additional().exists()).isFalse();
        assertThat(nothing.elements()).isEmpty();
        assertThat(nothing.members()).isEmpty();
        assertThat(nothing.isSecret()).isFalse();
    }

    @Test
    void placesOfOneDocumentAreEqualByWhereTheyStand() {
        SchemaNode schema = schema(ODD, "Base");

        assertThat(schema).isEqualTo(schema(ODD, "OddReference").resolved()).hasSameHashCodeAs(schema(ODD, "Base"));
        assertThat(schema).isNotEqualTo(schema(Dialect.OPENAPI_3_1, "{'Base': {}}", "Base"));
        assertThat(schema.insteadOf(schema.node()).toString()).isEqualTo("/components/schemas/Base");
    }
}
