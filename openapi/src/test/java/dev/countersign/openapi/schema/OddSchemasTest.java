package dev.countersign.openapi.schema;

import static dev.countersign.openapi.schema.SampleSchemas.json;
import static dev.countersign.openapi.schema.SampleSchemas.subject;
import static dev.countersign.openapi.schema.SampleSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.countersign.openapi.contract.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.StringNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddSchemasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Subject':{'$ref':'#/components/schemas/Subject'}",
                "'Subject':{'$ref':'#/components/schemas/B'},'B':{'$ref':'#/components/schemas/Subject'}",
                "'Subject':{'allOf':[{'$ref':'#/components/schemas/Subject'}]}",
                "'Subject':{'anyOf':[{'$ref':'#/components/schemas/Subject'},{'type':'null'}]}",
                "'Subject':{'not':{'not':{'$ref':'#/components/schemas/Subject'}}}",
                "'Subject':{'$ref':'#/components/schemas/Nowhere'}",
                "'Subject':{'$ref':'other.yaml#/a'}",
                "'Subject':{'$ref':'%zz://[#~%'}",
                "'Subject':{'$ref':7}",
                "'Subject':7",
                "'Subject':null",
                "'Subject':{'type':7,'required':true,'properties':[],'items':3,'enum':{},'allOf':{},'minLength':'x',"
                        + "'maximum':'3','multipleOf':0,'pattern':'(','format':[],'minItems':-1,'oneOf':[],'if':1,"
                        + "'patternProperties':{'[':false},'dependentRequired':[],'discriminator':'kind'}",
                "'Subject':{'type':['file']}",
                "'Subject':{'format':'no-such-format','pattern':'(?<=a*)b'}",
            })
    void demandNothing(String schemas) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(subject(dialect, Direction.REQUEST, schemas).validate(json("{'a':[1]}")))
                    .isEmpty();
        }
    }

    /** To the letter nothing fits any of these; where one option has the type, the letter counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string','enum':[1,2.5,true]} | '2.5' | 2.5 | must be a string, was a number",
                "{'type':'string','enum':[true,false]} | 'true' | 'yes' | must be one of \"true\", \"false\"",
                "{'type':'integer','enum':['1','2']} | 2 | 3 | must be one of 1, 2",
                "{'type':'string','enum':[1,'b']} | 'b' | '1' | must be one of 1, \"b\"",
                "{'type':'boolean','enum':['true']} | true | false | must be true",
            })
    void takesTheOptionsThatAnEnumMeans(String schema, String valid, String invalid, String message) {
        CompiledSchema subject = subject("'Subject':" + schema);

        assertThat(violations(subject, valid)).isEmpty();
        assertThat(violations(subject, invalid)).contains(": " + message);
    }

    @Test
    void takesScalarsBesideAnArrayForOptionsOfItsItems() {
        CompiledSchema subject = subject("'Subject':{'type':'array','items':{'type':'string'},'enum':['a','b']}");

        assertThat(violations(subject, "['b','a','b']")).isEmpty();
        assertThat(violations(subject, "['a','c']")).containsExactly("/1: must be one of \"a\", \"b\"");
        CompiledSchema lists = subject("'Subject':{'type':'array','enum':[['a'],['b']]}");
        assertThat(violations(lists, "['a']")).isEmpty();
        assertThat(violations(lists, "['a','b']")).containsExactly(": must be one of [\"a\"], [\"b\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"/^[a-z]{2}$/ | ab | AB", "/^[a-z]{2}$/i | AB | a1", "/a/ | x/a/y | a"})
    void readsAPatternWithoutTheSlashesThatLetItFitNoText(String pattern, String valid, String invalid) {
        CompiledSchema subject = subject("'Subject':{'pattern':'" + pattern + "'}");

        assertThat(violations(subject, "'" + valid + "'")).isEmpty();
        assertThat(violations(subject, "'" + invalid + "'")).hasSize(1);
    }

    @Test
    void aParentThatListsItsChildrenIsCheckedFromBothEnds() {
        String schemas = """
                'Pet':{'type':'object','required':['kind'],'discriminator':{'propertyName':'kind'},
                  'oneOf':[{'$ref':'#/components/schemas/Subject'},{'$ref':'#/components/schemas/Dog'}]},
                'Subject':{'allOf':[{'$ref':'#/components/schemas/Pet'},{'required':['lives']}]},
                'Dog':{'allOf':[{'$ref':'#/components/schemas/Pet'},{'required':['tail']}]}""";

        assertThat(violations(subject(schemas), "{'kind':'cat','lives':9}")).isEmpty();
        assertThat(violations(subject(schemas), "{'kind':'cat','lives':9,'tail':1}"))
                .isEmpty();
        assertThat(violations(subject(schemas), "{'kind':'cat'}"))
                .containsExactly("/lives: required property \"lives\" is missing");
        String fromParent = schemas.replace("'Subject'", "'Cat'")
                .replace("/Subject", "/Cat")
                .replace("'Pet'", "'Subject'")
                .replace("/Pet", "/Subject");
        assertThat(violations(subject(fromParent), "{'kind':'Dog','tail':1}")).isEmpty();
        assertThat(violations(subject(fromParent), "{'kind':'Dog'}"))
                .containsExactly("/tail: required property \"tail\" is missing");
    }

    @Test
    void anExpressionThatExplodesDoesNotMatchAndDoesNotHang() {
        CompiledSchema schema = subject("'Subject':{'pattern':'^(([a-z])+.)+[A-Z]([a-z])+$'}");

        assertThat(schema.accepts(StringNode.valueOf("a".repeat(60)))).isFalse();
        assertThat(schema.accepts(StringNode.valueOf("abcDef"))).isTrue();
    }

    @Test
    void aLongTextCannotOverflowTheExpressionsStack() {
        CompiledSchema schema = subject("'Subject':{'pattern':'^(a|b)*$'}");

        assertThatCode(() -> schema.accepts(StringNode.valueOf("ab".repeat(500_000))))
                .doesNotThrowAnyException();
    }

    @Test
    void aValueNestedTooDeeplyIsOneViolation() {
        CompiledSchema schema = subject("'Subject':{'items':{'$ref':'#/components/schemas/Subject'}}");
        ArrayNode deep = new JsonMapper().createArrayNode();
        for (int level = 0; level < 200_000; level++) {
            deep = new JsonMapper().createArrayNode().add(deep);
        }

        assertThat(schema.validate(deep))
                .containsExactly(new SchemaViolation(
                        "", "depth", "is nested too deeply to be checked", "/components/schemas/Subject"));
    }

    @Test
    void alternativesThatRepeatTheSameQuestionAreAnsweredInBoundedTime() {
        // What tells the branches apart comes last, after each has asked about everything below.
        String branch = "{'properties':{'next':{'$ref':'#/components/schemas/Subject'}},'allOf':[{'required':['%s']}]}";
        CompiledSchema schema = subject("'Subject':{'properties':{'next':{'$ref':'#/components/schemas/Subject'}},"
                + "'anyOf':[" + branch.formatted("a") + "," + branch.formatted("b") + "," + branch.formatted("c")
                + "]}");
        String fitting = "{'c':1}";
        String wrong = "{'x':1}";
        for (int level = 0; level < 60; level++) {
            fitting = "{'next':" + fitting + ",'c':1}";
            wrong = "{'next':" + wrong + ",'c':1}";
        }

        assertThat(schema.accepts(json(fitting))).isTrue();
        assertThat(schema.validate(json(wrong))).isNotEmpty();
    }

    @Test
    void numbersOfAnySizeAreComparedExactlyAndQuickly() {
        CompiledSchema schema = subject("'Subject':{'multipleOf':0.7,'maximum':1e300}");
        JsonNode huge = new JsonMapper().getNodeFactory().numberNode(new java.math.BigDecimal("7e999999999"));
        JsonNode tiny = new JsonMapper().getNodeFactory().numberNode(new java.math.BigDecimal("7e-999999999"));

        assertThat(schema.validate(huge)).extracting(SchemaViolation::keyword).containsExactly("maximum");
        assertThat(schema.validate(tiny)).extracting(SchemaViolation::keyword).containsExactly("multipleOf");
    }

    @Test
    void anArrayFullOfFaultsIsListedUpToALimit() {
        CompiledSchema schema = subject("'Subject':{'items':{'type':'string'}}");
        ArrayNode numbers = new JsonMapper().createArrayNode();
        for (int index = 0; index < 5_000; index++) {
            numbers.add(index);
        }

        assertThat(schema.validate(numbers)).hasSize(1_000);
    }
}
