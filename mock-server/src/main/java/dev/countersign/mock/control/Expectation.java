package dev.countersign.mock.control;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How often an operation is called, and with what.
 *
 * @param calls which calls count
 * @param least how many there have to be
 * @param most how many there may be
 */
record Expectation(Operation operation, RequestQuery calls, int least, int most) {
    private static final int SHOWN = 20;

    /**
     * Reads what fits the schema {@code Expectation} of {@code control.yaml}.
     *
     * @throws RefusedCallException when no number of calls, or no call, can meet it
     */
    static Expectation of(Operation operation, JsonNode json) {
        boolean open = !json.has("count") && !json.has("atLeast") && !json.has("atMost");
        int least = json.path("count").asInt(json.path("atLeast").asInt(open ? 1 : 0));
        int most = json.path("count").asInt(json.path("atMost").asInt(Integer.MAX_VALUE));
        if (json.has("count") && (json.has("atLeast") || json.has("atMost"))) {
            throw new RefusedCallException("\"count\" says it all; leave out \"atLeast\" and \"atMost\".");
        }
        if (least > most) {
            throw new RefusedCallException("No number is at least " + least + " and at most " + most + ".");
        }
        return new Expectation(operation, RequestQuery.of(json), least, most);
    }

    boolean isMetBy(int found) {
        return found >= least && found <= most;
    }

    /** The answer that says what came instead. */
    MockResponse unmet(List<Exchange> found, List<Exchange> all) {
        List<ComparedCall> compared = all.stream()
                .limit(SHOWN)
                .map(each -> ComparedCall.of(each, calls))
                .toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "about:blank");
        json.put("title", "Conflict");
        json.put("status", 409);
        json.put("detail", detail(found.size(), compared));
        json.put("found", found.size());
        ArrayNode list = json.putArray("calls");
        for (ComparedCall call : compared) {
            ObjectNode one = list.addObject();
            one.set("request", ExchangeJson.summary(call.exchange()));
            ArrayNode differences = one.putArray("differences");
            call.differences().forEach(differences::add);
        }
        return new MockResponse(
                409, List.of(new Header("Content-Type", "application/problem+json")), JsonTree.bytes(json));
    }

    private String detail(int found, List<ComparedCall> compared) {
        List<String> lines = new ArrayList<>();
        String first = "Expected " + number() + " of " + label() + described(compared) + ", but there "
                + (found == 0 ? "was none" : found == 1 ? "was 1" : "were " + found) + ".";
        lines.add(first);
        lines.add(compared.isEmpty() ? "It was not called." : "These calls came:");
        for (ComparedCall call : compared) {
            lines.add("#" + call.exchange().number() + " "
                    + call.exchange().explanation().request() + " -> "
                    + call.exchange().status());
            call.differences().forEach(difference -> lines.add("  " + difference));
        }
        return String.join("\n", lines);
    }

    private String number() {
        if (least == most) {
            return least == 0 ? "no call" : counted(least);
        }
        if (most == Integer.MAX_VALUE) {
            return "at least " + counted(least);
        }
        return least == 0 ? "at most " + counted(most) : least + " to " + counted(most);
    }

    private static String counted(int calls) {
        return calls == 1 ? "1 call" : calls + " calls";
    }

    private String label() {
        String line = operation.method() + " " + operation.path();
        return operation.id().equals(line) ? line : operation.id() + " (" + line + ")";
    }

    private String described(List<ComparedCall> compared) {
        String conditions = calls.conditions().stream()
                .map(each -> each.sentence(
                        ShownParts.of(operation).test(each) && compared.stream().allMatch(call -> call.shows(each))))
                .collect(Collectors.joining(" and "));
        return (conditions.isEmpty() ? "" : " with " + conditions)
                + (calls.status().isEmpty()
                        ? ""
                        : " answered with " + calls.status().getAsInt());
    }
}
