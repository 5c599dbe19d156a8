package dev.countersign.mock.sample;

import static dev.countersign.mock.sample.SampleContracts.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema 2020-12 core section 10 and validation sections 6 and 7; OAS 3.0 and 3.1 section 4.8.24 (schemas). */
class SampleGeneratorTest {
    private static final long SEED = Long.getLong("sample.seed", 20_261_124L);
    private static final int SCHEMAS = Integer.getInteger("sample.schemas", 1_000);

    private static final String KEYWORDS = """
            allOf anyOf oneOf not if then else discriminator mapping $ref const enum pattern format multipleOf minimum
            exclusiveMaximum uniqueItems items prefixItems contains maxContains unevaluatedItems unevaluatedProperties
            additionalProperties patternProperties propertyNames required dependentRequired dependentSchemas
            minProperties maxProperties readOnly writeOnly nullable example default""";

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everySampleOfARandomSchemaFitsItAndIsTheSameForItsSeed(Dialect dialect) {
        for (int number = 0; number < SCHEMAS; number++) {
            JsonNode schemas = new RandomSatisfiableSchemas(SEED + number).schemas();
            Contract contract = SampleContracts.of(dialect, schemas);
            SchemaNode subject = SampleContracts.schema(contract, "Subject");
            SampleGenerator generator = SampleGenerator.of(contract);
            for (Direction direction : Direction.values()) {
                for (long seed = SampleGenerator.PLAIN; seed < 3; seed++) {
                    JsonNode sample = generator.sample(subject, direction, seed);
                    assertThat(Schemas.of(contract).compile(subject, direction).validate(sample))
                            .as(
                                    "schema number %d, %s, %s, seed %d%n%s%nsample %s",
                                    number, dialect, direction, seed, schemas, sample)
                            .isEmpty();
                }
            }
            assertThat(generator.sample(subject, Direction.RESPONSE, number))
                    .as("schema number %d, %s%n%s", number, dialect, schemas)
                    .isEqualTo(SampleGenerator.of(contract).sample(subject, Direction.RESPONSE, number));
        }
    }

    @Test
    void theRandomSchemasAreOfEveryKind() {
        String all = IntStream.range(0, SCHEMAS)
                .mapToObj(number ->
                        new RandomSatisfiableSchemas(SEED + number).schemas().toString())
                .collect(Collectors.joining());

        assertThat(KEYWORDS.split("\\s+"))
                .allSatisfy(keyword -> assertThat(all.split("\"\\Q" + keyword + "\\E\":", -1))
                        .as(keyword)
                        .hasSizeGreaterThan(20));
    }

    @Test
    void theSameSeedGivesTheSameSampleAndAnotherSeedAnother() {
        String schemas = "'Subject':{'type':'object','properties':{'id':{'type':'string','format':'uuid'}}}";

        assertThat(sample(schemas, 7)).isEqualTo(sample(schemas, 7)).isNotEqualTo(sample(schemas, 8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'const':5,'example':5}                          | 5",
                "{'enum':['b','a']}                               | 'b'",
                "{'type':'string','example':'shown','default':'d'} | 'shown'",
                "{'type':'string','examples':['first','second']}  | 'first'",
                "{'type':'integer','default':12}                  | 12",
                "{'type':'integer','example':'no integer'}        | 1",
                "{'type':'string','example':'too long','maxLength':3} | 'str'",
                "{'type':['null','boolean']}                      | true",
                "{'type':'string','format':'date-time'}           | '2025-01-15T09:30:00Z'",
                "{'type':'array','items':{'type':'integer'}}      | [1]",
                "{'additionalProperties':{'type':'integer'}}      | {'property1':1}",
                "{'type':'object'}                                | {}",
                "{'type':'string','contentEncoding':'base64'}     | 'YW1iZXI='",
                "{'type':'string','contentMediaType':'application/json','contentSchema':{'const':[5]}} | '[5]'",
            })
    void prefersWhatTheDocumentOffersAndThenTheUsual(String schema, String sample) {
        assertThat(sample("'Subject':" + schema, SampleGenerator.PLAIN)).isEqualTo(json(sample));
    }

    @Test
    void takesNamesIntoAccount() {
        assertThat(sample("""
                        'Subject':{'type':'object','properties':{
                          'firstName':{'type':'string'},'contact_email':{'type':'string'},'email':{'type':'string'},
                          'unitPrice':{'type':'number'}}}""", SampleGenerator.PLAIN)).isEqualTo(json("""
                                {'firstName':'Ada','contact_email':'string','email':'amber@example.com',
                                 'unitPrice':19.99}"""));
    }

    @Test
    void leavesOutWhatDoesNotTravel() {
        String schemas = """
                'Subject':{'type':'object','required':['id','secret'],'properties':{
                  'id':{'type':'integer','readOnly':true},
                  'secret':{'type':'string','writeOnly':true,'enum':['s']},
                  'child':{'$ref':'#/components/schemas/Child'}},
                 'example':{'id':3,'secret':'s'}},
                'Child':{'type':'object','properties':{
                  'token':{'allOf':[{'type':'string'},{'writeOnly':true}]}}}""";

        assertThat(sample(schemas, Direction.RESPONSE)).isEqualTo(json("{'id':3}"));
        assertThat(sample(schemas, Direction.REQUEST)).isEqualTo(json("{'secret':'s'}"));
        String unoffered = schemas.replace("'example'", "'x-example'");
        assertThat(sample(unoffered, Direction.RESPONSE)).isEqualTo(json("{'id':1,'child':{}}"));
        assertThat(sample(unoffered, Direction.REQUEST)).isEqualTo(json("{'secret':'s','child':{'token':'string'}}"));
    }

    @Test
    void cutsRecursionWhereItIsOptional() {
        assertThat(sample("""
                        'Subject':{'type':'object','required':['children'],'properties':{
                          'name':{'type':'string'},
                          'parent':{'$ref':'#/components/schemas/Subject'},
                          'children':{'type':'array','items':{'$ref':'#/components/schemas/Subject'}}}}""", SampleGenerator.PLAIN)).isEqualTo(json("{'name':'string','children':[]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'oneOf':[{'$ref':'#/components/schemas/Subject'},{'type':'null'}]}",
                "{'type':['object','null'],'allOf':[{'required':['next']}],"
                        + "'properties':{'next':{'$ref':'#/components/schemas/Next'}}}",
            })
    void endsRequiredRecursionWithNullWhereThatIsAllowed(String next) {
        String schemas = "'Subject':{'type':'object','required':['next'],'properties':{"
                + "'next':{'$ref':'#/components/schemas/Next'}}},'Next':" + next;

        JsonNode sample = sample(schemas, SampleGenerator.PLAIN);

        assertThat(sample.toString()).contains("\"next\":null");
        Contract contract = SampleContracts.of(Dialect.OPENAPI_3_1, schemas);
        assertThat(Schemas.of(contract)
                        .compile(SampleContracts.schema(contract, "Subject"), Direction.RESPONSE)
                        .validate(sample))
                .isEmpty();
    }

    @Test
    void givesTheDiscriminatorTheValueOfItsMapping() {
        String schemas = """
                'Subject':{'oneOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}],
                  'discriminator':{'propertyName':'kind','mapping':{'felix':'#/components/schemas/Cat'}}},
                'Cat':{'type':'object','required':['kind'],'properties':{'kind':{'type':'string'},
                  'lives':{'type':'integer'}}},
                'Dog':{'type':'object','required':['kind'],'properties':{'kind':{'type':'string'}},
                  'additionalProperties':false}""";

        assertThat(sample(schemas, SampleGenerator.PLAIN)).isEqualTo(json("{'kind':'felix','lives':1}"));
    }

    @Test
    void namesTheChildInTheDiscriminatorOfItsParent() {
        String schemas = """
                'Subject':{'allOf':[{'$ref':'#/components/schemas/Pet'},{'properties':{'lives':{'type':'integer'}}}]},
                'Pet':{'type':'object','required':['kind'],'discriminator':{'propertyName':'kind'},
                  'properties':{'kind':{'type':'string'}}}""";

        assertThat(sample(schemas, SampleGenerator.PLAIN)).isEqualTo(json("{'kind':'Subject','lives':1}"));
    }

    @Test
    void setsOverlappingAlternativesApart() {
        String schemas = """
                'Subject':{'oneOf':[{'$ref':'#/components/schemas/Plain'},{'$ref':'#/components/schemas/Detailed'}]},
                'Plain':{'type':'object','properties':{'message':{'type':'string'}}},
                'Detailed':{'type':'object','properties':{'message':{'type':'string'},
                  'details':{'type':'object'}}}""";

        assertThat(sample(schemas, SampleGenerator.PLAIN)).isEqualTo(json("{'message':'string','details':null}"));
    }

    /** Each schema allows values, although whatever comes to mind first fits two alternatives, or what is excluded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "items that differ     | {'oneOf':[{'type':'array','items':{'$ref':'#/components/schemas/X'}},"
                        + "{'type':'array','items':{'$ref':'#/components/schemas/Y'}}]}",
                "a name deep in a list | {'oneOf':[{'properties':{'list':{'type':'array','items':{}}},'type':'object'},"
                        + "{'properties':{'list':{'type':'array','items':{'$ref':'#/components/schemas/Y'}}}}]}",
                "an enum two levels in | {'oneOf':[{'type':'object','properties':{'a':{'type':'object','properties':{"
                        + "'b':{'enum':['x','y']}}}}},{'type':'object','properties':{'a':{'type':'object',"
                        + "'properties':{'b':{'enum':['x','z']}}}}}]}",
                "closed and different  | {'oneOf':[{'type':'object','additionalProperties':false,'properties':{"
                        + "'d':{'$ref':'#/components/schemas/X'}}},{'type':'object','additionalProperties':false,"
                        + "'properties':{'d':{'$ref':'#/components/schemas/Y'}}}]}",
                "one of three keys     | {'type':'object','properties':{'a':{},'b':{},'c':{}},"
                        + "'oneOf':[{'required':['a']},{'required':['b']},{'required':['c']}]}",
                "a rival of subsets    | {'oneOf':[{'$ref':'#/components/schemas/X'},{'allOf':["
                        + "{'$ref':'#/components/schemas/X'},{'$ref':'#/components/schemas/Y'}]}]}",
                "lists in lists        | {'type':'array','minItems':1,'items':{'oneOf':["
                        + "{'type':'array','items':{'type':'array','items':{'$ref':'#/components/schemas/X'}}},"
                        + "{'type':'array','items':{'type':'array','items':{'$ref':'#/components/schemas/Y'}}}]}}",
                "no number from 0 on   | {'type':'object','required':['a'],'properties':{"
                        + "'a':{'type':'integer','not':{'minimum':0}}}}",
                "two patterns          | {'allOf':[{'type':'string','pattern':'^[a-z]+$'},{'pattern':'^.{5}$'}]}",
                "beginning and end     | {'allOf':[{'type':'string','pattern':'^a'},{'pattern':'z$'}]}",
                "short patterned names | {'type':'object','patternProperties':{'^[a-z]{2}$':{'type':'integer'}},"
                        + "'additionalProperties':false,'minProperties':3}",
            })
    void findsWhatFitsExactlyOne(String name, String schema) {
        for (Dialect dialect : Dialect.values()) {
            Contract contract = SampleContracts.of(dialect, "'Subject':" + schema + """
                    ,'X':{'type':'object','properties':{'x':{'type':'string'}}},
                    'Y':{'type':'object','properties':{'y':{'type':'integer'}}}""");
            SchemaNode subject = SampleContracts.schema(contract, "Subject");
            for (long seed = SampleGenerator.PLAIN; seed < 5; seed++) {
                JsonNode sample = SampleGenerator.of(contract).sample(subject, Direction.RESPONSE, seed);

                assertThat(Schemas.of(contract)
                                .compile(subject, Direction.RESPONSE)
                                .validate(sample))
                        .as("%s, %s, seed %d, sample %s", name, dialect, seed, sample)
                        .isEmpty();
                assertThat(SampleGenerator.of(contract).sample(subject, Direction.RESPONSE, seed))
                        .isEqualTo(sample);
            }
        }
    }

    @Test
    void leavesTheDocumentAsItIs() {
        Contract contract = SampleContracts.of(
                Dialect.OPENAPI_3_1, "'Subject':{'type':'object','example':{'list':[1]},'properties':{'list':{}}}");
        JsonNode sample = SampleGenerator.of(contract)
                .sample(SampleContracts.schema(contract, "Subject"), Direction.RESPONSE, SampleGenerator.PLAIN);

        ((ObjectNode) sample).withArray("/list").add(2);

        assertThat(SampleContracts.schema(contract, "Subject").node().at("/example/list"))
                .isEqualTo(json("[1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#/components/schemas/Subject'}",
                "{'allOf':[{'type':'string'},{'type':'integer'}]}",
                "false",
                "{'type':'object','required':['self'],'properties':{'self':{'$ref':'#/components/schemas/Subject'}}}",
                "{'type':'array','minItems':3,'items':{'$ref':'#/components/schemas/Subject'}}",
                "{'type':'array','uniqueItems':true,'minItems':3,'items':{'type':'boolean'}}",
                "{'type':7,'properties':[],'required':'x','enum':{},'items':0,'pattern':'(','oneOf':{},'if':[]}",
                "{'minimum':1e308,'multipleOf':1e-300,'type':'number'}",
                "{'minItems':1e9,'type':'array'}",
                "{'minLength':1e9,'type':'string'}",
                "{'minLength':2000000000,'pattern':'^(a{9999999}){9999999}$','type':'string'}",
                "{'minProperties':50000000,'type':'object'}",
                "{'minProperties':2e9,'type':'object','additionalProperties':{'minProperties':2e9,'type':'object'}}",
                "{'minItems':2e9,'type':'array','items':{'minItems':2e9,'type':'array','items':{'minItems':2e9}}}",
                "{'contains':{'type':'integer'},'minContains':2e9}",
                "{'minItems':2e9,'type':'array','uniqueItems':true,'items':{'type':'integer'}}",
                "{'type':'object','minProperties':2e9,'example':{'a':1}}",
            })
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void comesToAnEndWhereNothingFits(String schema) {
        assertThat(sample("'Subject':" + schema, 1)).isNotNull();
    }

    /** A part that refers to the next, 2,000 times over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'%s'}",
                "{'allOf':[{'$ref':'%s'}]}",
                "{'required':['n'],'properties':{'n':{'$ref':'%s'}}}"
            })
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void comesToAnEndInLongChains(String link) {
        String chain = IntStream.range(0, 2_000)
                .mapToObj(i -> "'C" + i + "':" + link.formatted("#/components/schemas/C" + (i + 1)))
                .collect(Collectors.joining(","));

        assertThat(sample("'Subject':{'$ref':'#/components/schemas/C0'},'C2000':{'type':'string'}," + chain, 0))
                .isNotNull();
    }

    @Test
    void makesItemsUniqueAlthoughTheDocumentOffersOneOnly() {
        assertThat(sample("""
                        'Subject':{'type':'object','properties':{
                          'texts':{'type':'array','uniqueItems':true,'minItems':2,'items':{'type':'string','example':'q'}},
                          'both':{'type':'array','uniqueItems':true,'minItems':2,'items':{'examples':['a','b']}},
                          'enum':{'type':'array','uniqueItems':true,'minItems':2,'items':{'enum':['a','b'],'default':'b'}},
                          'objects':{'type':'array','uniqueItems':true,'minItems':3,
                            'items':{'type':'object','properties':{'id':{'type':'integer','example':1}}}}}}""", 0).propertyNames()).containsExactly("texts", "both", "enum", "objects");
    }

    private static JsonNode sample(String schemas, long seed) {
        Contract contract = SampleContracts.of(Dialect.OPENAPI_3_1, schemas);
        return SampleGenerator.of(contract)
                .sample(SampleContracts.schema(contract, "Subject"), Direction.RESPONSE, seed);
    }

    private static JsonNode sample(String schemas, Direction direction) {
        Contract contract = SampleContracts.of(Dialect.OPENAPI_3_1, schemas);
        return SampleGenerator.of(contract)
                .sample(SampleContracts.schema(contract, "Subject"), direction, SampleGenerator.PLAIN);
    }
}
