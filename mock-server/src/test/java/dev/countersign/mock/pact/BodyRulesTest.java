package dev.countersign.mock.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.openapi.contract.SchemaNode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A path of Pact knows no empty name and no way to write an apostrophe; a rule for such a member ends the verification. */
class BodyRulesTest {
    private static final SchemaNode SCHEMA = Contracts.parse("""
            openapi: 3.1.0
            info: {title: Names, version: '1'}
            paths: {/a: {get: {responses: {'200': {description: '', content: {application/json: {schema: {
              type: object, properties: {inner: {additionalProperties: {type: string}}, '': {type: string}}}}}}}}}}
            """)
            .operations()
            .get(0)
            .responses()
            .get(0)
            .content()
            .get(0)
            .schema()
            .orElseThrow();

    private static final JsonNode VALUE = JsonMapper.shared()
            .readTree(
                    "{\"\": \"a\", \"it's\": 1, \"a b\": 1, \"]\": 1, \"inner\": {\"\": \"b\"}, \"list\": [{\"'\": 1}]}");

    @Test
    void namesOnlyWhatAPathCanName() {
        assertThat(BodyRules.of(VALUE, SCHEMA).keySet())
                .containsExactlyInAnyOrder("$['a b']", "$[']']", "$.inner", "$.list", "$.list[*]");
    }

    @Test
    void objectThatLosesAllMembersIsAnyObject() {
        assertThat(BodyRules.of(VALUE, SCHEMA)).containsEntry("$.inner", new PactRule.Type());
    }

    @Test
    void valueLosesWhatNoPathCanName() {
        assertThat(BodyRules.sayable(VALUE)).hasToString("{\"a b\":1,\"]\":1,\"inner\":{},\"list\":[{}]}");
        assertThat(VALUE.has("")).isTrue();
    }
}
