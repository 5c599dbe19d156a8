package dev.countersign.openapi.schema;

import static dev.countersign.openapi.schema.SampleSchemas.subject;
import static dev.countersign.openapi.schema.SampleSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.Dialect;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static final String PETS = """
            'Subject':{'oneOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}],
              'discriminator':{'propertyName':'kind','mapping':{'felix':'#/components/schemas/Cat'}}},
            'Cat':{'type':'object','required':['lives','owner'],'properties':{'lives':{'type':'integer'}}},
            'Dog':{'type':'object','required':['tail']}""";

    @Test
    void nameTheClosestAlternativeAndItsViolations() {
        assertThat(violations(subject(PETS), "{}"))
                .containsExactly(
                        ": must match exactly one of Cat, Dog, but matches none; the closest is Dog",
                        "/tail: required property \"tail\" is missing");
    }

    @Test
    void followTheDiscriminatorsMapping() {
        assertThat(violations(subject(PETS), "{'kind':'felix','lives':'nine'}"))
                .containsExactly(
                        "/owner: required property \"owner\" is missing", "/lives: must be an integer, was a string");
    }

    @Test
    void followTheDiscriminatorByTheSchemasName() {
        assertThat(violations(subject(PETS), "{'kind':'Cat','lives':9}"))
                .containsExactly("/owner: required property \"owner\" is missing");
    }

    @Test
    void nameAllMatchesWhenThereAreTooMany() {
        assertThat(violations(subject(PETS), "{'lives':9,'owner':'o','tail':1}"))
                .containsExactly(": must match exactly one of Cat, Dog, but matches Cat and Dog");
    }

    @Test
    void areSettledByTheDiscriminatorWhenTheyOverlap() {
        assertThat(violations(subject(PETS), "{'kind':'felix','lives':9,'owner':'o','tail':1}"))
                .isEmpty();
        assertThat(violations(subject(PETS), "{'kind':'Bird','lives':9,'owner':'o','tail':1}"))
                .containsExactly(": must match exactly one of Cat, Dog, but matches Cat and Dog");
    }

    @Test
    void leaveOutAlternativesOfAnotherType() {
        assertThat(violations(
                        subject("'Subject':{'title':'T','anyOf':[{'type':'null'},{'type':'string','maxLength':1}]}"),
                        "'ab'"))
                .containsExactly(": must have at most 1 character, has 2");
    }

    @Test
    void giveTitlesOrNumbersToUnnamedAlternatives() {
        assertThat(violations(
                        subject("'Subject':{'anyOf':[{'title':'Short','maxLength':1},{'pattern':'^a$'}]}"), "'bc'"))
                .containsExactly(
                        ": must match at least one of Short, alternative 2, but matches none; the closest is Short",
                        ": must have at most 1 character, has 2");
    }

    @Test
    void acceptNullWhereOpenApi30SaysNullable() {
        String schemas = "'Subject':{'nullable':true,'type':'string','enum':['a']}";

        assertThat(violations(subject(Dialect.OPENAPI_3_0, Direction.ANY, schemas), "null"))
                .isEmpty();
        assertThat(violations(subject(Dialect.OPENAPI_3_1, Direction.ANY, schemas), "null"))
                .containsExactly(": must be a string, was null");
    }

    @Test
    void ignoreWhatStandsBesideAReferenceInOpenApi30() {
        String schemas = "'Subject':{'$ref':'#/components/schemas/Text','maxLength':1},'Text':{'type':'string'}";

        assertThat(violations(subject(Dialect.OPENAPI_3_0, Direction.ANY, schemas), "'ab'"))
                .isEmpty();
        assertThat(violations(subject(Dialect.OPENAPI_3_1, Direction.ANY, schemas), "'ab'"))
                .containsExactly(": must have at most 1 character, has 2");
    }

    @Test
    void readBothFormsOfExclusiveLimits() {
        assertThat(violations(subject("'Subject':{'minimum':3,'exclusiveMinimum':true}"), "3"))
                .containsExactly(": must be more than 3, was 3");
        assertThat(violations(subject("'Subject':{'exclusiveMinimum':3}"), "3"))
                .containsExactly(": must be more than 3, was 3");
    }
}
