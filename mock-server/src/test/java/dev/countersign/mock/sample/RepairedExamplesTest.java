package dev.countersign.mock.sample;

import static dev.countersign.mock.sample.SampleContracts.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.JsonText;
import dev.countersign.openapi.json.MalformedTextException;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an author wrote is kept as far as it fits; in an example beside a schema, and in one inside it, alike. */
class RepairedExamplesTest {
    private static final String PARTS = """
            ,'Cat':{'type':'object','required':['kind','lives'],'properties':{'kind':{'const':'cat'},
              'lives':{'type':'integer'}}},
            'Dog':{'type':'object','required':['kind','bark'],'properties':{'kind':{'const':'dog'},
              'bark':{'type':'boolean'}}},
            'Bird':{'type':'object','required':['type','wings'],'properties':{'type':{'type':'string'},
              'wings':{'type':'integer'}}},
            'Fish':{'type':'object','required':['type'],'properties':{'type':{'type':'string'},
              'fins':{'type':'integer'}}},
            'Tree':{'type':'object','required':['name'],'properties':{'name':{'type':'string'},
              'children':{'type':'array','items':{'$ref':'#/components/schemas/Tree'}}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // A scalar that is spelled in another type.
                "{'type':'string'} | 90210 | '90210'",
                "{'type':'string'} | 4915112345678 | '4915112345678'",
                "{'type':'string'} | 1.50 | '1.50'",
                "{'type':'string'} | true | 'true'",
                "{'type':'string','enum':['1','2']} | 2 | '2'",
                "{'enum':['1','2']} | 2 | '2'",
                "{'type':'integer'} | '12' | 12",
                "{'type':'integer'} | '+12' | 12",
                "{'type':'integer'} | '007' | 7",
                "{'type':'number'} | '1.5' | 1.5",
                "{'type':'integer','enum':[10,20]} | '20' | 20",
                "{'type':'boolean'} | 'true' | true",
                "{'type':'boolean'} | 'No' | false",
                "{'type':'boolean'} | 1 | true",
                "{'type':['integer','null']} | '5' | 5",
                "{'oneOf':[{'type':'object'},{'type':'string'}]} | 5 | '5'",
                "{'type':'object','properties':{'zip':{'type':'string'}}} | {'zip':90210} | {'zip':'90210'}",
                "{'type':'array','items':{'type':'string'}} | [1,true,'x'] | ['1','true','x']",
                "{'type':'object','additionalProperties':{'type':'string'}} | {'a':1,'b':'x'} | {'a':'1','b':'x'}",
                // JSON that is written as a text.
                "{'type':'object','properties':{'a':{'type':'integer'}}} | '{\\'a\\':1}' | {'a':1}",
                "{'type':'array','items':{'type':'integer'}} | '[1,2]' | [1,2]",
                "{'type':'object','required':['b'],'properties':{'b':{'type':'integer'}}} | '{\\'a\\':1}' | {'a':1,'b':1}",
                "{'type':'string'} | '{\\'a\\':1}' | '{\\'a\\':1}'",
                "{'properties':{'a':{}}} | '{\\'a\\':1}' | '{\\'a\\':1}'",
                // One where there are many, and many where there is one.
                "{'type':'array','items':{'type':'string'}} | 'a' | ['a']",
                "{'type':'array','items':{'type':'object','required':['id'],'properties':{'id':{'type':'integer'}}}}"
                        + " | {'id':'7'} | [{'id':7}]",
                "{'type':'string'} | ['a','b'] | 'a'",
                "{'type':'object','required':['a']} | [{'a':1}] | {'a':1}",
                // What misses.
                "{'type':'object','required':['a','b'],'properties':{'b':{'type':'integer'}}} | {'a':9} | {'a':9,'b':1}",
                "{'type':'object','required':['b'],'properties':{'b':{'type':'string','example':'own'}}}"
                        + " | {} | {'b':'own'}",
                "{'type':'object','properties':{'o':{'type':'object','required':['x'],'properties':{'x':{'const':5}}}}}"
                        + " | {'o':{'y':1}} | {'o':{'y':1,'x':5}}",
                "{'type':'array','items':{'type':'object','required':['x'],'properties':{'x':{'const':5}}}}"
                        + " | [{'x':5,'y':1},{'y':2}] | [{'x':5,'y':1},{'y':2,'x':5}]",
                "{'type':'object','minProperties':2} | {'a':1} | {'a':1,'property1':'string'}",
                "{'type':'object','dependentRequired':{'a':['b']}} | {'a':1,'c':2} | {'a':1,'c':2,'b':'string'}",
                "{'type':'array','minItems':3,'items':{'type':'integer'}} | [5] | [5,1,1]",
                "{'type':'array','contains':{'const':9}} | [5,6] | [5,6,9]",
                // What is wrong.
                "{'type':'object','properties':{'b':{'type':'string','format':'date-time'}}}"
                        + " | {'a':9,'b':'2020-01-01 00:00'} | {'a':9,'b':'2025-01-15T09:30:00Z'}",
                "{'type':'object','properties':{'s':{'enum':['on','off']},'n':{'maximum':5}}}"
                        + " | {'s':'up','n':3} | {'s':'on','n':3}",
                "{'type':'array','items':{'type':'integer'}} | [7,'x',9] | [7,1,9]",
                "{'prefixItems':[{'type':'string'},{'type':'integer'}],'type':'array'} | ['a','b'] | ['a',1]",
                "{'type':'object','additionalProperties':{'type':'integer'}} | {'a':1,'b':'x'} | {'a':1,'b':1}",
                "{'$ref':'#/components/schemas/Tree'}"
                        + " | {'name':'a','children':[{'name':1,'children':[{'children':[]}]}]}"
                        + " | {'name':'a','children':[{'name':'1','children':[{'children':[],'name':'string'}]}]}",
                // What is too much.
                "{'type':'object','additionalProperties':false,'properties':{'a':{}}} | {'a':1,'old':2} | {'a':1}",
                "{'type':'object','unevaluatedProperties':false,'allOf':[{'properties':{'a':{}}}]}"
                        + " | {'a':1,'old':2} | {'a':1}",
                "{'type':'object','properties':{'a':{},'b':false}} | {'a':1,'b':2} | {'a':1}",
                "{'type':'object','propertyNames':{'maxLength':3}} | {'abc':1,'long':2} | {'abc':1}",
                "{'type':'object','maxProperties':2,'required':['c']} | {'a':1,'b':2,'c':3} | {'a':1,'c':3}",
                "{'type':'object','properties':{'a':{}},'not':{'required':['b']}} | {'a':1,'b':2} | {'a':1}",
                "{'type':'array','maxItems':2} | [1,2,3] | [1,2]",
                "{'type':'array','uniqueItems':true} | [1,2,1] | [1,2]",
                // A null too many.
                "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}}} | {'a':'x','b':null} | {'a':'x'}",
                "{'type':'object','required':['b'],'properties':{'b':{'type':'integer'}}} | {'a':'x','b':null} | {'a':'x','b':1}",
                "{'type':'object','properties':{'b':{'type':['string','null']}}} | {'b':null} | {'b':null}",
                "{'type':'object','required':['a'],'properties':{'a':{'const':3}}} | null | {'a':3}",
                // Alternatives.
                "{'oneOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}]}"
                        + " | {'kind':'dog','bark':'loud','name':'Rex'} | {'kind':'dog','bark':true,'name':'Rex'}",
                "{'anyOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}]}"
                        + " | {'bark':false} | {'bark':false,'kind':'dog'}",
                "{'type':'array','items':{'oneOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}]}}"
                        + " | [{'kind':'cat','lives':'9'},{'kind':'dog','bark':true}]"
                        + " | [{'kind':'cat','lives':9},{'kind':'dog','bark':true}]",
                "{'oneOf':[{'$ref':'#/components/schemas/Bird'},{'$ref':'#/components/schemas/Fish'}],"
                        + "'discriminator':{'propertyName':'type','mapping':{'fish':'#/components/schemas/Fish'}}}"
                        + " | {'type':'fish','fins':'two'} | {'type':'fish','fins':1}",
                "{'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}} | {'x':1} | {'x':1,'c':'string'}",
                "{'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}} | {'a':1} | {'a':1,'b':'string'}",
            })
    void keepWhatFits(String schema, String example, String expected) {
        JsonNode written = exact(example);
        JsonNode served = exact(expected);
        ObjectNode schemas = (ObjectNode) json("{'Subject':" + schema + PARTS + "}");
        Contract beside = SampleContracts.of(Dialect.OPENAPI_3_1, schemas);
        SchemaNode subject = SampleContracts.schema(beside, "Subject");

        JsonNode fitted = SampleGenerator.of(beside).fit(subject, Direction.RESPONSE, written);

        assertThat(fitted).isEqualTo(served);
        assertThat(Schemas.of(beside).compile(subject, Direction.RESPONSE).validate(fitted))
                .isEmpty();
        assertThat(SampleGenerator.of(beside).fit(subject, Direction.RESPONSE, fitted))
                .isSameAs(fitted);

        ObjectNode within = schemas.deepCopy();
        ((ObjectNode) within.path("Subject")).set("example", written);
        Contract inside = SampleContracts.of(Dialect.OPENAPI_3_1, within);
        assertThat(SampleGenerator.of(inside)
                        .sample(SampleContracts.schema(inside, "Subject"), Direction.RESPONSE, SampleGenerator.PLAIN))
                .isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'const':1,'example':2,'default':3} | 1",
                "{'enum':[1,2,3,4],'default':3,'example':2} | 2",
                "{'enum':[1,2,3,4],'default':3,'examples':[4,2]} | 4",
                "{'enum':[1,2,3],'default':3} | 3",
                "{'enum':[1,2],'example':9,'default':2} | 2",
                "{'enum':['a','b'],'example':9} | 'a'",
                "{'type':'string','examples':[5,'x']} | 'x'",
                "{'type':'integer','example':'x','examples':['7']} | 7",
                "{'type':'string','format':'date','example':'no date','default':'2020-02-02'} | '2020-02-02'",
                "{'type':'array','items':{'enum':['a','b'],'example':'b'}} | ['b']",
                "{'type':'array','items':{'enum':['a','b']},'example':['b','a']} | ['b','a']",
                "{'allOf':[{'$ref':'#/components/schemas/Status'}],'default':'new'} | 'old'",
                "{'allOf':[{'$ref':'#/components/schemas/Status'}],'example':'new'} | 'new'",
                "{'$ref':'#/components/schemas/Status','default':'new'} | 'old'",
                "{'$ref':'#/components/schemas/Status','example':'new'} | 'new'",
                "{'type':'object','default':{},'properties':{'a':{'example':1}}} | {}",
            })
    void stateTheirOrder(String schema, String expected) {
        Contract contract = SampleContracts.of(
                Dialect.OPENAPI_3_1,
                "'Subject':" + schema + ",'Status':{'type':'string','enum':['new','old'],'example':'old'}");

        assertThat(sample(contract)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'allOf':[{'$ref':'#/components/schemas/Pet'},{'properties':{'bark':{'example':true}}}]} | {'name':'Rex','bark':true}",
                "{'allOf':[{'$ref':'#/components/schemas/Pet'},{'properties':{'bark':{}},'example':{'bark':1}}]}"
                        + " | {'name':'Rex','bark':1}",
                "{'allOf':[{'$ref':'#/components/schemas/Pet'},{'properties':{'name':{}},'example':{'name':'Max'}}]} | {'name':'Max'}",
                "{'allOf':[{'$ref':'#/components/schemas/Pet'}],'properties':{'bark':{'example':2}}} | {'name':'Rex','bark':2}",
                "{'allOf':[{'$ref':'#/components/schemas/Pet'}],'properties':{'bark':{'example':2}},'example':{'name':'Tom'}}"
                        + " | {'name':'Tom'}",
                "{'allOf':[{'$ref':'#/components/schemas/Pet'},{'properties':{'bark':{}},'default':{'bark':3}}]}"
                        + " | {'name':'Rex','bark':3}",
                "{'allOf':[{'properties':{'name':{'example':'Rex'}},'default':{}},{'properties':{'bark':{'example':4}}}]}"
                        + " | {'name':'Rex','bark':4}",
                "{'allOf':[{'properties':{'o':{}},'example':{'o':{'a':1,'b':1}}},{'properties':{'p':{}},'example':{'o':{'b':2},'p':3}}]}"
                        + " | {'o':{'a':1,'b':2},'p':3}",
                "{'allOf':[{'allOf':[{'$ref':'#/components/schemas/Pet'},{'properties':{'b':{'example':5}}}]},"
                        + "{'properties':{'c':{'example':6}}}]} | {'name':'Rex','b':5,'c':6}",
                "{'allOf':[{'$ref':'#/components/schemas/Pet'},{'required':['bark'],'properties':{'bark':{'type':'integer'}}}]}"
                        + " | {'name':'Rex','bark':1}",
                "{'$ref':'#/components/schemas/Pet','properties':{'bark':{'example':7}}} | {'name':'Rex','bark':7}",
                "{'properties':{'pets':{'type':'array','items':{'allOf':[{'$ref':'#/components/schemas/Pet'},"
                        + "{'properties':{'bark':{'example':8}}}]}}}} | {'pets':[{'name':'Rex','bark':8}]}",
                "{'oneOf':[{'$ref':'#/components/schemas/Pet'}],'properties':{'bark':{'example':9}}} | {'name':'Rex','bark':9}",
            })
    void ofPartsAreMerged(String schema, String expected) {
        Contract contract = SampleContracts.of(
                Dialect.OPENAPI_3_1,
                "'Subject':" + schema + ",'Pet':{'type':'object','properties':{'name':{'type':'string'},"
                        + "'age':{'type':'integer'}},'example':{'name':'Rex'}}");

        assertThat(sample(contract)).isEqualTo(json(expected));
    }

    /** As documents are read: no digit of a number is lost. */
    private static JsonNode exact(String text) {
        try {
            return JsonText.parse(text.replace("\\'", "\\\"").replace('\'', '"'));
        } catch (MalformedTextException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode sample(Contract contract) {
        return SampleGenerator.of(contract)
                .sample(SampleContracts.schema(contract, "Subject"), Direction.RESPONSE, SampleGenerator.PLAIN);
    }
}
