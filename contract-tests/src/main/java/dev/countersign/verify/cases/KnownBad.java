package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Messages that break the contract. Before a judge's approval counts for anything it must have refused one of these.
 */
public final class KnownBad {
    private static final JsonNode TEXT = JsonNodeFactory.instance.stringNode("known-bad");
    private static final JsonNode NUMBER = JsonNodeFactory.instance.numberNode(-1);
    private static final JsonNode OBJECT = JsonNodeFactory.instance.objectNode();
    private static final JsonNode ARRAY = JsonNodeFactory.instance.arrayNode();

    /** A request that lacks something is the gentlest; some judges let an answer lack what is not required. */
    private static final List<JsonNode> REQUESTS = List.of(OBJECT, ARRAY, TEXT, NUMBER);

    private static final List<JsonNode> ANSWERS = List.of(TEXT, NUMBER, ARRAY, OBJECT);

    private final List<TestCase> cases;
    private final Samples samples;

    /** Breaks the messages of these cases. */
    public KnownBad(List<TestCase> cases, Samples samples) {
        this.cases = List.copyOf(cases);
        this.samples = samples;
    }

    /** Cases of a success whose request does not fit its schemas: a body, or a required parameter. */
    public Stream<TestCase> requests() {
        return cases.stream().filter(TestCase::isSuccess).flatMap(c -> Stream.concat(badBody(c), badArguments(c)));
    }

    /** Cases whose answer does not fit its schema. */
    public Stream<TestCase> answers() {
        return cases.stream()
                .flatMap(c -> c
                        .answer()
                        .body()
                        .filter(Body::isJson)
                        .flatMap(body -> broken(body, ANSWERS, samples::responseFault))
                        .map(c::withAnswer)
                        .stream());
    }

    private Stream<TestCase> badBody(TestCase testCase) {
        return testCase
                .body()
                .filter(Body::isJson)
                .flatMap(body -> broken(body, REQUESTS, samples::requestFault))
                .map(testCase::withBody)
                .stream();
    }

    private Stream<TestCase> badArguments(TestCase testCase) {
        return testCase.arguments().stream()
                .filter(argument -> argument.parameter().required())
                .filter(argument -> argument.parameter()
                        .schema()
                        .flatMap(schema -> samples.requestFault(schema, TEXT))
                        .isPresent())
                .map(argument -> testCase.withArgument(new Argument(argument.parameter(), TEXT)));
    }

    private static Optional<Body> broken(
            Body body, List<JsonNode> values, BiFunction<SchemaNode, JsonNode, Optional<String>> fault) {
        return body.schema()
                .flatMap(schema -> values.stream()
                        .filter(value -> fault.apply(schema, value).isPresent())
                        .findFirst()
                        .map(body::with));
    }
}
