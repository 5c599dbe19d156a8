package dev.countersign.openapi.schema;

import static dev.countersign.openapi.schema.SampleSchemas.subject;
import static dev.countersign.openapi.schema.SampleSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAS 3.0 section 4.7.24.2: read-only properties are not demanded of a request, write-only ones not of a response. */
class DirectionTest {
    private static final String FLAT = """
            'Subject':{'required':['id','name','secret'],'properties':{
              'id':{'readOnly':true}, 'name':{}, 'secret':{'writeOnly':true}}}""";

    @Test
    void doesNotDemandReadOnlyPropertiesOfARequest() {
        assertThat(violations(subject(Dialect.OPENAPI_3_1, Direction.REQUEST, FLAT), "{}"))
                .containsExactly(
                        "/name: required property \"name\" is missing",
                        "/secret: required property \"secret\" is missing");
    }

    @Test
    void doesNotDemandWriteOnlyPropertiesOfAResponse() {
        assertThat(violations(subject(Dialect.OPENAPI_3_1, Direction.RESPONSE, FLAT), "{}"))
                .containsExactly(
                        "/id: required property \"id\" is missing", "/name: required property \"name\" is missing");
    }

    @Test
    void demandsEverythingWhenTheDirectionIsUnknown() {
        assertThat(violations(subject(Dialect.OPENAPI_3_1, Direction.ANY, FLAT), "{}"))
                .hasSize(3);
    }

    @Test
    void toleratesAReadOnlyPropertyInARequest() {
        CompiledSchema schema = subject(Dialect.OPENAPI_3_1, Direction.REQUEST, FLAT);

        assertThat(violations(schema, "{'id':1,'name':'n','secret':'s'}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Subject':{'allOf':[{'required':['id']},{'properties':{'id':{'readOnly':true}}}]}",
                "'Subject':{'required':['id'],'allOf':[{'$ref':'#/components/schemas/Base'}]},"
                        + "'Base':{'properties':{'id':{'readOnly':true}}}",
                "'Subject':{'properties':{'id':{'readOnly':true}},'allOf':[{'$ref':'#/components/schemas/Base'}]},"
                        + "'Base':{'required':['id']}",
                "'Subject':{'oneOf':[{'$ref':'#/components/schemas/Base'},{'type':'null'}]},"
                        + "'Base':{'required':['id'],'properties':{'id':{'readOnly':true}}}",
                "'Subject':{'required':['id'],'properties':{'id':{'$ref':'#/components/schemas/Id'}}},"
                        + "'Id':{'readOnly':true}",
                "'Subject':{'required':['id'],'properties':{'id':{'allOf':[{'type':'string'},{'readOnly':true}]}}}",
            })
    void findsTheDeclarationWhereverItStands(String schemas) {
        assertThat(violations(subject(Dialect.OPENAPI_3_0, Direction.REQUEST, schemas), "{}"))
                .isEmpty();
        assertThat(violations(subject(Dialect.OPENAPI_3_0, Direction.RESPONSE, schemas), "{}"))
                .contains("/id: required property \"id\" is missing");
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void demandsOnEachLevelWhatThatLevelDeclares(Direction direction) {
        String schemas = """
                'Subject':{'properties':{'id':{'readOnly':true,'writeOnly':true},
                  'child':{'required':['id']}}}""";

        assertThat(violations(subject(Dialect.OPENAPI_3_1, direction, schemas), "{'child':{}}"))
                .containsExactly("/child/id: required property \"id\" is missing");
    }
}
