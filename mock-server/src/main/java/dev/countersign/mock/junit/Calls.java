package dev.countersign.mock.junit;

import dev.countersign.openapi.contract.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of one operation, to be narrowed down: each method leaves those that it describes, and fails when it would leave none.
 * Failures show no value of a header or query, and of bodies only what the contract does not mark as secret. Immutable.
 */
public final class Calls {
    private static final String INDENT = System.lineSeparator() + "  ";

    private final String operation;
    private final List<RecordedRequest> requests;
    private final Contract contract;

    Calls(String operation, List<RecordedRequest> requests, Contract contract) {
        this.operation = operation;
        this.requests = requests;
        this.contract = contract;
    }

    static String lines(List<RecordedRequest> requests) {
        return requests.stream().map(request -> INDENT + request).collect(Collectors.joining());
    }

    /** The calls, in the order of the answers; never empty. */
    public List<RecordedRequest> requests() {
        return requests;
    }

    /** Fails unless there are so many calls. */
    public Calls times(int expected) {
        if (requests.size() != expected) {
            throw new AssertionError("There should be " + expected + " such call(s) of " + operation + ", there were "
                    + requests.size() + ":" + lines(requests));
        }
        return this;
    }

    /** Leaves the calls with a header field of this value; names compare without case. */
    public Calls withHeader(String name, String value) {
        return matching(
                request -> request.request().headers().all(name).contains(value),
                "the expected value of the header \"" + name + "\" (values are not shown)");
    }

    /** Leaves the calls with a query parameter of this value, after decoding. */
    public Calls withQuery(String name, String value) {
        return matching(
                request -> request.request().queryValues(name).anyMatch(value::equals),
                "the expected value of the query parameter \"" + name + "\" (values are not shown)");
    }

    /**
     * Leaves the calls whose body is this JSON value, whatever its white space and the order of its properties; 1 and 1.0 are
     * the same number.
     *
     * @throws IllegalArgumentException when the text is no JSON
     */
    public Calls withJson(String json) {
        JsonNode expected = parse(json);
        List<Compared> compared = requests.stream()
                .map(request -> new Compared(request, differences(expected, request)))
                .toList();
        List<RecordedRequest> equal = compared.stream()
                .filter(one -> one.differences().isEmpty())
                .map(Compared::request)
                .toList();
        if (equal.isEmpty()) {
            Compared closest = compared.stream()
                    .min(Comparator.comparingInt(Compared::distance))
                    .orElseThrow();
            throw new AssertionError("No call of " + operation + " has the expected body. The closest of "
                    + requests.size() + ":" + lines(List.of(closest.request())) + sentences(closest.differences()));
        }
        return new Calls(operation, equal, contract);
    }

    private record Compared(RecordedRequest request, List<BodyDifference> differences) {
        int distance() {
            return differences.stream().mapToInt(BodyDifference::weight).sum();
        }
    }

    private static List<BodyDifference> differences(JsonNode expected, RecordedRequest request) {
        return request.json()
                .map(actual -> BodyDifference.between(expected, actual))
                .orElse(List.of(BodyDifference.NOT_JSON));
    }

    private String sentences(List<BodyDifference> differences) {
        ShownValues shown = ShownValues.of(contract);
        return differences.stream()
                .map(difference -> INDENT + "  " + difference.sentence(shown))
                .collect(Collectors.joining());
    }

    private Calls matching(Predicate<RecordedRequest> condition, String what) {
        List<RecordedRequest> left = requests.stream().filter(condition).toList();
        if (left.isEmpty()) {
            throw new AssertionError("No call of " + operation + " has " + what + "." + lines(requests));
        }
        return new Calls(operation, left, contract);
    }

    private static JsonNode parse(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The expected body is not well-formed JSON (the text is not shown).");
        }
    }
}
