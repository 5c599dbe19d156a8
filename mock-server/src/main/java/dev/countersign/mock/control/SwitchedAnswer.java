package dev.countersign.mock.control;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import java.time.Duration;
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
 * @param delivery how it reaches the client
 * @param times how many more requests get it; absent means all
 */
record SwitchedAnswer(Optional<String> status, Optional<String> example, Delivery delivery, OptionalInt times) {

    /** Reads what fits the schema {@code Answer} of {@code control.yaml}. */
    static SwitchedAnswer of(JsonNode json) {
        return new SwitchedAnswer(
                Optional.ofNullable(json.path("status").asString(null)),
                Optional.ofNullable(json.path("example").asString(null)),
                new Delivery(
                        Optional.ofNullable(json.path("delay").asString(null)).flatMap(Delay::parse),
                        Duration.ZERO,
                        Optional.ofNullable(json.path("fault").asString(null)).flatMap(Fault::of)),
                json.has("times") ? OptionalInt.of(json.path("times").asInt()) : OptionalInt.empty());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        status.ifPresent(value -> json.put("status", value));
        example.ifPresent(value -> json.put("example", value));
        delivery.delay().ifPresent(value -> json.put("delay", value.toString()));
        delivery.fault().ifPresent(value -> json.put("fault", value.label()));
        times.ifPresent(value -> json.put("times", value));
        return json;
    }

    /** The same, in the words of a request that asks for it. */
    Preference preference() {
        return new Preference(status, example, Optional.empty(), OptionalLong.empty(), false).with(delivery);
    }

    /** What is left after one request; absent when that was the last. */
    Optional<SwitchedAnswer> afterOne() {
        if (times.isEmpty()) {
            return Optional.of(this);
        }
        int left = times.getAsInt() - 1;
        return left == 0
                ? Optional.empty()
                : Optional.of(new SwitchedAnswer(status, example, delivery, OptionalInt.of(left)));
    }
}
