package dev.countersign.mock.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.OddSchemas;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

class SecretMaskTest {
    private static final Contract ODD = OddSchemas.contract();

    static List<String> names() {
        return OddSchemas.names();
    }

    private static String masked(SchemaNode schema, String value) {
        JsonNode node = JsonMapper.shared().readTree(value.replace('\'', '"'));
        return new SecretMask(any -> NullNode.getInstance())
                .mask(node, schema)
                .toString()
                .replace('"', '\'');
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsSecretsInOddSchemas(String name) {
        SchemaNode schema = SchemaNode.of(ODD.document(), ODD.dialect(), "/components/schemas/" + name);

        assertThat(masked(schema, "{'count':1,'token':'t','problems':['p'],'key':'k'}"))
                .isEqualTo("{'count':1,'token':'***','problems':['p'],'key':'k'}");
    }

    @Test
    void findsSecretsUnderConditionsAndBehindAnyName() {
        JsonNode schema = JsonMapper.shared().readTree("""
                {"if": {"required": ["kind"]},
                 "then": {"properties": {"a": {"items": {"contains": {"x-secret": true}}}}},
                 "dependentSchemas": {"kind": {"properties": {"b": {"patternProperties": {"^x": {"format": "password"}}}}}}}
                """);
        SchemaNode node = SchemaNode.of((ObjectNode) schema, ODD.dialect(), "");

        assertThat(masked(node, "{'a':[['1','2']],'b':{'x':'3'}}")).isEqualTo("{'a':[['***','***']],'b':{'x':'***'}}");
    }
}
