package dev.countersign.openapi.schema;

import static dev.countersign.openapi.schema.SampleSchemas.json;
import static dev.countersign.openapi.schema.SampleSchemas.subject;
import static dev.countersign.openapi.schema.SampleSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaMessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'integer'}                    | 'x'         | must be an integer, was a string",
                "{'type':['string','null']}            | {}          | must be null or a string, was an object",
                "{'enum':['a','b']}                    | 'c'         | must be one of \"a\", \"b\"",
                "{'const':7}                           | 8           | must be 7",
                "{'maxLength':3}                       | 'four'      | must have at most 3 characters, has 4",
                "{'minLength':1}                       | ''          | must have at least 1 character, has 0",
                "{'pattern':'^[a-z]+$'}                | 'A'         | must match the pattern ^[a-z]+$",
                "{'format':'email'}                    | 'nobody'    | must be an email address",
                "{'minimum':3}                         | 2           | must be at least 3, was 2",
                "{'exclusiveMaximum':3.5}              | 3.5         | must be less than 3.5, was 3.5",
                "{'multipleOf':0.1}                    | 0.25        | must be a multiple of 0.1, was 0.25",
                "{'minItems':2}                        | [1]         | must have at least 2 items, has 1",
                "{'maxProperties':1}                   | {'a':1,'b':2} | must have at most 1 property, has 2",
                "{'uniqueItems':true}                  | [1,2,1.0]   | must not repeat items, but items 0 and 2 are equal",
                "{'contains':{'type':'null'}}          | [1]         | must contain at least 1 matching item, has 0",
                "{'not':{'type':'null'}}               | null        | must not match the schema under \"not\"",
                "false                                 | 1           | is not allowed",
            })
    void saysWhatIsWrongWithAValue(String schema, String value, String message) {
        assertThat(violations(subject("'Subject':" + schema), value)).containsExactly(": " + message);
    }

    @Test
    void namesEachMissingAndUnexpectedPropertyAtItsOwnPlace() {
        CompiledSchema schema = subject("""
                'Subject':{'required':['email','address'],'properties':{'address':{
                  'required':['city','street'],'additionalProperties':false,
                  'properties':{'city':{},'street':{}}}}}""");

        assertThat(violations(schema, "{'address':{'zip/code':1}}"))
                .containsExactly(
                        "/email: required property \"email\" is missing",
                        "/address/city: required property \"city\" is missing",
                        "/address/street: required property \"street\" is missing",
                        "/address/zip~1code: is not allowed");
    }

    @Test
    void pointsToTheKeywordInTheDocument() {
        CompiledSchema schema = subject("""
                'Subject':{'items':{'$ref':'#/components/schemas/Age'}}, 'Age':{'maximum':150}""");

        assertThat(schema.validate(json("[1,200]")))
                .isEqualTo(List.of(new SchemaViolation(
                        "/1", "maximum", "must be at most 150, was 200", "/components/schemas/Age/maximum")));
    }

    @Test
    void tellsNothingAboutASecret() {
        CompiledSchema schema = subject("""
                'Subject':{'properties':{
                  'pin':{'x-secret':true,'maximum':9,'enum':[1,2]},
                  'password':{'format':'password','minLength':8,'pattern':'[0-9]'}}}""");

        assertThat(violations(schema, "{'pin':4711,'password':'hunter'}"))
                .containsExactly(
                        "/pin: must be one of the values that the contract allows",
                        "/pin: must be at most 9",
                        "/password: must have at least 8 characters",
                        "/password: must match the pattern [0-9]");
    }
}
