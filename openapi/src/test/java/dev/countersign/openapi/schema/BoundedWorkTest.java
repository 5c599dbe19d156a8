package dev.countersign.openapi.schema;

import static dev.countersign.openapi.schema.SampleSchemas.json;
import static dev.countersign.openapi.schema.SampleSchemas.subject;
import static dev.countersign.openapi.schema.SampleSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.openapi.schema.format.Budget;
import dev.countersign.openapi.schema.format.BudgetExceededException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Work is counted in units, so that these tests say the same on every machine. */
class BoundedWorkTest {
    private static final long GRANTED = 1_000_000;

    /** More than a few steps for each character; Java's engine remembers some of what it tried, but by far not all. */
    private static final String LONG = "x".repeat(3_000);

    /** Patterns that take too long, wherever a schema may have one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Subject':{'contains':{'pattern':'^(x+x+)+y$'}}",
                "'Subject':{'contains':{'pattern':'^(x+x+)+y$'},'minContains':0}",
                "'Subject':{'items':{'pattern':'^(x+x+)+y$'}}",
                "'Subject':{'items':{'$ref':'#/components/schemas/X'}},'X':{'not':{'pattern':'^(x+x+)+y$'}}",
                "'Subject':{'items':{'anyOf':[{'type':'integer'},{'pattern':'^(x*)*y$'}]}}",
                "'Subject':{'unevaluatedItems':{'pattern':'^(x+x+)+y$'}}",
                "'Subject':{'prefixItems':[{'if':{'pattern':'^(x+x+)+y$'},'then':{'type':'string'}}]}",
            })
    void patternsEndWithTheBudget(String schemas) {
        JsonNode value = json(IntStream.range(0, 20)
                .mapToObj(number -> "'" + LONG + number + "'")
                .collect(Collectors.joining(",", "[", "]")));

        assertExceeds(schemas, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Subject':{'patternProperties':{'^(x+x+)+y$':{'type':'integer'}}}",
                "'Subject':{'propertyNames':{'pattern':'^(x+x+)+y$'}}",
                "'Subject':{'properties':{'a':{}},'patternProperties':{'^(x+x+)+y$':{}},'unevaluatedProperties':false}",
            })
    void patternsOfNamesEndWithTheBudget(String schemas) {
        JsonNode value = json(IntStream.range(0, 20)
                .mapToObj(number -> "'" + LONG + number + "':1")
                .collect(Collectors.joining(",", "{", "}")));

        assertExceeds(schemas, value);
    }

    /** "Aa" and "BB" have one hash, and so have all texts made of these two. */
    @Test
    void itemsWithEqualHashesEndWithTheBudget() {
        JsonNode value = json(IntStream.range(0, 1 << 12)
                .mapToObj(number -> IntStream.range(0, 12)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "{'a':'", "'}")))
                .collect(Collectors.joining(",", "[", "]")));

        assertExceeds("'Subject':{'uniqueItems':true}", value);
    }

    private static void assertExceeds(String schemas, JsonNode value) {
        Budget budget = new Budget(GRANTED);

        assertThatThrownBy(() -> subject(schemas).validate(value, budget)).isInstanceOf(BudgetExceededException.class);
        assertThat(budget.left()).isZero();
    }

    /** Twice as large a value is twice as much work. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Subject':{'items':{'type':'object','required':['a'],'properties':{'a':{'type':'integer'}}}}",
                "'Subject':{'items':{'$ref':'#/components/schemas/X'}},"
                        + "'X':{'properties':{'a':{'maximum':9},'b':{'pattern':'^[a-z]+$'}}}",
                "'Subject':{'items':{'oneOf':[{'required':['b']},{'required':['a']}]},'uniqueItems':true}",
                "'Subject':{'items':{'unevaluatedProperties':false,'properties':{'a':{}}}}",
            })
    void honestWorkIsLinear(String schemas) {
        long small = spent(schemas, 1_000);
        long large = spent(schemas, 2_000);

        assertThat(large).isBetween(small, 2 * small + 100);
        assertThat(small).isLessThan(40_000);
    }

    private static long spent(String schemas, int items) {
        Budget budget = new Budget(GRANTED);
        JsonNode value = json(IntStream.range(0, items)
                .mapToObj(number -> "{'a':" + -number + "}")
                .collect(Collectors.joining(",", "[", "]")));
        assertThat(subject(schemas).validate(value, budget)).isEmpty();
        return GRANTED - budget.left();
    }

    /** Java's engine calls itself for each repetition of a choice. */
    @Test
    void textsThatNeedMoreStackThanThereIsAreTooExpensiveAndNotWrong() {
        CompiledSchema schema = subject("'Subject':{'pattern':'^(x|y)*$'}");
        JsonNode value = json("'" + "xy".repeat(200_000) + "'");

        assertThatThrownBy(() -> schema.validate(value, new Budget(GRANTED)))
                .isInstanceOf(BudgetExceededException.class);
        assertThat(violations(schema, value.toString())).containsExactly(": takes too much work to be checked");
    }

    /** Many cheap answers are as dear as one that takes long. */
    @Test
    void manyPatternsDrawOnOneBudget() {
        JsonNode value = json(IntStream.range(0, 10_000)
                .mapToObj(number -> "'" + "x".repeat(40) + "'")
                .collect(Collectors.joining(",", "[", "]")));

        assertExceeds("'Subject':{'contains':{'pattern':'^(x+x+)+y$'}}", value);
    }

    /** Every level has two ways to the next; the one fault at the end is explained and listed once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'allOf':[{'$ref':'%1$s'},{'$ref':'%1$s'}] | 1 | ``",
                "'allOf':[{'$ref':'%1$s'},{'allOf':[{'$ref':'%1$s'}]}] | 1 | ``",
                "'$ref':'%1$s','dependentSchemas':{'a':{'$ref':'%1$s'}} | {'a':1} | ``",
                "'if':{},'then':{'$ref':'%1$s'},'allOf':[{'$ref':'%1$s'}] | 1 | ``",
            })
    void diamondsAreExplainedOnce(String level, String value, String pointer) {
        Budget budget = new Budget(GRANTED);

        assertThat(subject(levels(level, 200)).validate(json(value), budget))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.instancePointer()).isEqualTo(pointer);
                    assertThat(violation.keyword()).isEqualTo("type");
                });
        assertThat(GRANTED - budget.left()).isLessThan(50_000);
    }

    private static String levels(String level, int depth) {
        StringBuilder schemas = new StringBuilder("'Subject':{'$ref':'#/components/schemas/L0'}");
        for (int i = 0; i < depth; i++) {
            schemas.append(",'L").append(i).append("':{");
            schemas.append(level.formatted("#/components/schemas/L" + (i + 1))).append('}');
        }
        return schemas.append(",'L").append(depth).append("':{'type':'string'}").toString();
    }

    /** Both ways lead through a property, which is another place with the same pointer each time. */
    @Test
    void diamondsThroughPropertiesAreExplainedOnce() {
        String level = "'allOf':[{'properties':{'p':{'$ref':'%1$s'}}},{'properties':{'p':{'$ref':'%1$s'}}}]";
        String value = "{'p':".repeat(40) + "1" + "}".repeat(40);
        Budget budget = new Budget(GRANTED);

        assertThat(subject(levels(level, 40)).validate(json(value), budget))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.instancePointer()).isEqualTo("/p".repeat(40));
                    assertThat(violation.message()).isEqualTo("must be a string, was an integer");
                });
        assertThat(GRANTED - budget.left()).isLessThan(50_000);
    }

    @Test
    void diamondsBelowUnevaluatedPropertiesAreLookedIntoOnce() {
        String diamond = levels("'allOf':[{'$ref':'%1$s'},{'$ref':'%1$s'}]", 60).replace("'string'", "'object'");
        String schemas = diamond.replace("'Subject':{", "'Subject':{'unevaluatedProperties':false,");
        Budget budget = new Budget(GRANTED);

        assertThat(subject(schemas).validate(json("{'a':1}"), budget)).hasSize(1);
        assertThat(GRANTED - budget.left()).isLessThan(10_000);
    }

    @Test
    void whatTwoSchemasSayAlikeIsListedOnceAndOtherThingsBoth() {
        CompiledSchema schema = subject("'Subject':{'allOf':[{'type':'string','minLength':3},"
                + "{'type':'string','minLength':3},{'minLength':5}]}");

        assertThat(violations(schema, "1")).containsExactly(": must be a string, was an integer");
        assertThat(violations(schema, "'a'"))
                .containsExactly(
                        ": must have at least 3 characters, has 1", ": must have at least 5 characters, has 1");
    }

    @Test
    void atMostAThousandAreListed() {
        JsonNode value =
                json(IntStream.range(0, 5_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]")));

        assertThat(subject("'Subject':{'items':{'type':'string'}}").validate(value))
                .hasSize(1_000);
    }

    /** It is known not to fit; what the budget does not suffice for is to say everything that is wrong. */
    @Test
    void whatWasFoundBeforeTheBudgetEndedIsListed() {
        String schemas = "'Subject':{'required':['b'],'properties':{'a':{'not':{'not':{'pattern':'^(x+x+)+y$'}}}}}";
        JsonNode value = json("{'a':'" + LONG + "'}");

        assertThat(subject(schemas).validate(value, new Budget(GRANTED)))
                .extracting(SchemaViolation::message)
                .containsExactly("required property \"b\" is missing");
    }
}
