package dev.countersign.verify.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.node.ObjectNode;

/** Cases whose messages carry a field more than the contract names, wherever it allows one. */
public final class Additions {
    private static final String NAME = "x-additional";

    private Additions() {}

    /** One case for each operation that has a success in which a field can be added to the request or the answer. */
    public static List<TestCase> of(List<TestCase> cases, Samples samples) {
        Map<String, TestCase> extended = new LinkedHashMap<>();
        cases.stream().filter(TestCase::isSuccess).forEach(c -> {
            Optional<Body> request = c.body()
                    .flatMap(b -> more(
                            b,
                            (body, v) ->
                                    samples.requestFault(body.schema().get(), v).isEmpty()));
            Optional<Body> answer = c.answer()
                    .body()
                    .flatMap(b -> more(
                            b,
                            (body, v) -> samples.responseFault(body.schema().get(), v)
                                    .isEmpty()));
            if (request.isPresent() || answer.isPresent()) {
                TestCase sent = request.map(c::withBody).orElse(c);
                extended.putIfAbsent(
                        c.operation().id(), answer.map(sent::withAnswer).orElse(sent));
            }
        });
        return List.copyOf(extended.values());
    }

    private static Optional<Body> more(Body body, BiPredicate<Body, ObjectNode> fits) {
        if (!body.isJson() || body.schema().isEmpty() || !(body.value() instanceof ObjectNode value)) {
            return Optional.empty();
        }
        ObjectNode extended = value.deepCopy().put(NAME, "kept");
        return fits.test(body, extended) ? Optional.of(body.with(extended)) : Optional.empty();
    }
}
