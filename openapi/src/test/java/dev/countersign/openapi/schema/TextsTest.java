package dev.countersign.openapi.schema;

import static dev.countersign.openapi.schema.SampleSchemas.acceptsText;
import static dev.countersign.openapi.schema.SampleSchemas.json;
import static dev.countersign.openapi.schema.SampleSchemas.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.schema.format.Budget;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts whose values are checked while they are read; {@link AgreementTest} and the JSON Schema suite have the rest. */
class TextsTest {
    private static final long GRANTED = 1_000_000;

    private static final String ITEMS = "'Subject':{'type':'array','minItems':2,'maxItems':3,'items':{'$ref':"
            + "'#/components/schemas/Item'}},'Item':{'type':'object','required':['a'],'properties':{'a':{'type':'integer'}}}";

    private static final String PAGE = "'Subject':{'type':'object','required':['items'],'additionalProperties':false,"
            + "'maxProperties':2,'propertyNames':{'maxLength':5},'properties':{'next':{'type':'string'},'items':"
            + "{'type':'array','nullable':true,'minItems':1,'items':{'type':'object','properties':{'a':{'enum':[1,[2]]}}}}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'a':1},{'a':2}] | true",
                " [ {'a':1,'b':{'c':[]}} , {'a':2} ] | true",
                "[{'a':1}] | false",
                "[{'a':1},{'a':2},{'a':3},{'a':4}] | false",
                "[{'a':1},{'b':2}] | false",
                "[{'a':1},{'a':'2'}] | false",
                "[{'a':1},{'a':2},3] | false",
                "{} | false",
                "1 | false",
                "null | false",
            })
    void listsAreCheckedItemByItem(String text, boolean accepted) {
        assertThat(acceptsText(subject(ITEMS), text.replace('\'', '"'))).isEqualTo(accepted);
        assertThat(subject(ITEMS).accepts(json(text))).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'items':[{'a':1},{'a':[2]}]} | true",
                "{'items':null,'next':'x'} | true",
                "{'items':[]} | false",
                "{'items':[{'a':2}]} | false",
                "{'next':'x'} | false",
                "{'items':[{}],'next':1} | false",
                "{'items':[{}],'other':1} | false",
                "[] | false",
            })
    void objectsAreCheckedPropertyByProperty(String text, boolean accepted) {
        CompiledSchema schema = subject(Dialect.OPENAPI_3_0, Direction.ANY, PAGE);

        assertThat(acceptsText(schema, text.replace('\'', '"'))).isEqualTo(accepted);
        assertThat(schema.accepts(json(text))).isEqualTo(accepted);
    }

    /** Of the last one it is not known whether what counts would fit, so that it is left to those who read it as a whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "[",
                "[{'a':1},{'a':2}",
                "[{'a':1},{'a':2}] x",
                "[{'a':1},{'a':2}][]",
                "[{'a':1},{'a':2,}]",
                "[{'a':1},{'a':2,'b':[1,2}]",
                "[{'a':1},{'a':2,'a':3}]",
            })
    void nothingElseIsAccepted(String text) {
        Budget budget = new Budget(GRANTED);

        assertThat(acceptsText(subject(ITEMS), text.replace('\'', '"'), budget)).isFalse();
        assertThat(budget.left()).isEqualTo(GRANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'items':[{}],'items':[{}]}", "{'items':[{'b':{'c':1,'c':2}}]}"})
    void aRepeatedPropertyIsLeftToThoseWhoReadTheWholeText(String text) {
        assertThat(acceptsText(subject(PAGE), text.replace('\'', '"'))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Subject':{'items':{'type':'object','required':['a'],'properties':{'a':{'type':'integer'}}}}",
                "'Subject':{'type':'array','items':{'$ref':'#/components/schemas/X'}},"
                        + "'X':{'properties':{'a':{'maximum':9},'b':{'pattern':'^[a-z]+$'}}}",
                "'Subject':{'items':{'oneOf':[{'required':['b']},{'required':['a']}]},'uniqueItems':true}",
            })
    void theSameWorkIsPaidForAsForATree(String schemas) {
        String text = IntStream.range(0, 500)
                .mapToObj(number -> "{\"a\":" + -number + "}")
                .collect(Collectors.joining(",", "[", "]"));
        Budget whole = new Budget(GRANTED);
        Budget parts = new Budget(GRANTED);

        assertThat(subject(schemas).validate(json(text), whole)).isEmpty();
        assertThat(acceptsText(subject(schemas), text, parts)).isTrue();

        assertThat(parts.left()).isEqualTo(whole.left());
    }

    /** The second way would cost as much as the first, without a better answer; so the first is not charged. */
    @ParameterizedTest
    @ValueSource(strings = {"'Subject':{'items':{'pattern':'^(x+x+)+y$'}}"})
    void whatExceedsTheBudgetIsNotAccepted(String schemas) {
        Budget budget = new Budget(GRANTED);

        assertThat(acceptsText(subject(schemas), "[\"" + "x".repeat(3_000) + "\"]", budget))
                .isFalse();
        assertThat(budget.left()).isEqualTo(GRANTED);
    }
}
