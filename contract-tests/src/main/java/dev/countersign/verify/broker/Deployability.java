package dev.countersign.verify.broker;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The broker's answer to whether something may be deployed.
 *
 * @param yes false also where the broker does not know
 * @param reasons in the broker's words, one line each
 */
record Deployability(boolean yes, List<String> reasons) {
    static Deployability of(JsonNode matrix) {
        JsonNode deployable = matrix.path("summary").path("deployable");
        List<String> reasons = new ArrayList<>();
        for (JsonNode row : matrix.path("matrix")) {
            reasons.add(name(row.path("consumer")) + " and " + name(row.path("provider")) + ": "
                    + verdict(row.path("verificationResult").path("success")));
        }
        String reason = matrix.path("summary").path("reason").asString("");
        if (!reason.isEmpty()) {
            reasons.add(reason);
        }
        if (deployable.isMissingNode()) {
            reasons.add("the broker gives no verdict");
        }
        return new Deployability(deployable.asBoolean(false), List.copyOf(reasons));
    }

    private static String name(JsonNode side) {
        return side.path("name").asString("?") + " "
                + side.path("version").path("number").asString("(no version)");
    }

    private static String verdict(JsonNode success) {
        return success.isBoolean() ? success.asBoolean() ? "verified" : "fails" : "not verified yet";
    }
}
