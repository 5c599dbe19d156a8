package dev.countersign.mock.control;

import dev.countersign.mock.choose.Preference;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer that an operation is switched to.
 *
 * @param status a documented status
 * @param example the name of a documented example
 * @param times how many more requests get it; absent means all
 */
record SwitchedAnswer(Optional<String> status, Optional<String> example, OptionalInt times) {

    /** Reads what fits the schema {@code Answer} of {@code control.yaml}. */
    static SwitchedAnswer of(JsonNode json) {
        return new SwitchedAnswer(
                Optional.ofNullable(json.path("status").asString(null)),
                Optional.ofNullable(json.path("example").asString(null)),
                json.has("times") ? OptionalInt.of(json.path("times").asInt()) : OptionalInt.empty());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        status.ifPresent(value -> json.put("status", value));
        example.ifPresent(value -> json.put("example", value));
        times.ifPresent(value -> json.put("times", value));
        return json;
    }

    /** The same, in the words of a request that asks for it. */
    Preference preference() {
        return new Preference(status, example, Optional.empty(), OptionalLong.empty(), false);
    }

    /** What is left after one request; absent when that was the last. */
    Optional<SwitchedAnswer> afterOne() {
        if (times.isEmpty()) {
            return Optional.of(this);
        }
        int left = times.getAsInt() - 1;
        return left == 0 ? Optional.empty() : Optional.of(new SwitchedAnswer(status, example, OptionalInt.of(left)));
    }
}
