package dev.countersign.verify.client;

import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.JsonDifference;
import dev.countersign.verify.cases.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Holds what the client handed out against what the contract says. */
final class ResultCheck {
    private ResultCheck() {}

    /**
     * What is wrong with the outcome of a case, one line each; empty when the client keeps the contract.
     *
     * @param call the operation, which knows its exceptions
     * @param literal whether the body must be the contract's, and not merely of its type
     */
    static List<String> violations(TestCase testCase, GeneratedCall call, CallResult outcome, boolean literal) {
        if (outcome instanceof CallResult.Broken broken) {
            return List.of("the client failed: " + broken.cause().getMessage());
        }
        return testCase.status() < 400
                ? success(testCase, outcome, literal)
                : failure(testCase, call.exceptions(), outcome, literal);
    }

    private static List<String> success(TestCase testCase, CallResult outcome, boolean literal) {
        if (outcome instanceof CallResult.Returned returned) {
            return literal ? body(testCase, returned.body()) : List.of();
        }
        if (outcome instanceof CallResult.Streaming) {
            return List.of();
        }
        CallResult.Refused refused = (CallResult.Refused) outcome;
        return List.of("the client threw " + refused.exception() + " (status " + refused.status()
                + ") where the contract documents the success " + testCase.status());
    }

    private static List<String> failure(
            TestCase testCase, Map<String, String> exceptions, CallResult outcome, boolean literal) {
        String expected = exceptions.getOrDefault(testCase.response().status(), "ApiException");
        if (!(outcome instanceof CallResult.Refused refused)) {
            return List.of("the client returned a value where the contract documents the error " + testCase.status()
                    + ", which is thrown as " + expected);
        }
        List<String> violations = new ArrayList<>();
        if (!refused.exception().equals(expected)) {
            violations.add("the client threw " + refused.exception() + " instead of " + expected);
        }
        if (refused.status() != testCase.status()) {
            violations.add("the exception says status " + refused.status() + " instead of " + testCase.status());
        }
        if (literal && !expected.equals("ApiException")) {
            violations.addAll(body(testCase, refused.body()));
        }
        return violations;
    }

    private static List<String> bytes(byte[] expected, byte[] actual) {
        return Arrays.equals(expected, actual)
                ? List.of()
                : List.of("typed value: expected " + expected.length + " bytes, but they were other ones, "
                        + actual.length + " of them");
    }

    private static List<String> body(TestCase testCase, Optional<JsonNode> actual) {
        Optional<Body> expected = testCase.answer().body();
        if (expected.isEmpty()) {
            return actual.isEmpty() ? List.of() : List.of("the client returned a value where none is documented");
        }
        if (actual.isEmpty()) {
            return expected.get().value().isNull()
                    ? List.of()
                    : List.of("the client returned nothing where the contract documents a body");
        }
        if (actual.get().isBinary()) {
            return bytes(expected.get().octets(), actual.get().binaryValue());
        }
        boolean text = actual.get().isString() && !expected.get().isJson();
        JsonNode value = text
                ? StringNode.valueOf(new String(expected.get().octets(), StandardCharsets.UTF_8))
                : expected.get().value();
        return JsonDifference.between(value, actual.get()).stream()
                .map(line -> "typed value: " + line)
                .toList();
    }
}
