package dev.countersign.mock.control;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.delivery.RateLimit;
import dev.countersign.mock.delivery.RateLimiter;
import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer that an operation is switched to.
 *
 * @param status a status, documented unless the content says otherwise
 * @param example the name of a documented example
 * @param content what it holds instead of what the document says; absent when that is left alone
 * @param delivery how it reaches the client
 * @param conditions what a request has to hold to get it, all of it
 * @param rate how often a request gets it: 1 for always
 * @param limiter counts the requests that do not get it: it comes when a client asks too much; absent for one that always comes
 * @param times how many more requests get it; absent means all
 * @param json the answer as it was asked for
 */
record SwitchedAnswer(
        Optional<String> status,
        Optional<String> example,
        Optional<OwnContent> content,
        Delivery delivery,
        List<Condition> conditions,
        double rate,
        Optional<RateLimiter> limiter,
        OptionalInt times,
        ObjectNode json) {

    /**
     * Reads what fits the schema {@code Answer} of {@code control.yaml}.
     *
     * @param clock tells when a client that has asked too much may ask again
     * @throws RefusedCallException when one of its conditions can never be held against a request
     */
    static SwitchedAnswer of(ObjectNode json, InstantSource clock) {
        return new SwitchedAnswer(
                text(json, "status"),
                text(json, "example"),
                OwnContent.of(json),
                new Delivery(
                        text(json, "delay").flatMap(Delay::parse),
                        text(json, "drip").flatMap(Delay::duration).orElse(Duration.ZERO),
                        text(json, "fault").flatMap(Fault::of)),
                Condition.listOf(json.path("when")),
                json.path("rate").asDouble(1),
                text(json, "limit").flatMap(RateLimit::parse).map(limit -> new RateLimiter(limit, clock)),
                json.has("times") ? OptionalInt.of(json.path("times").asInt()) : OptionalInt.empty(),
                json);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).asString(null));
    }

    boolean isFor(RequestContent request) {
        return conditions.stream().allMatch(condition -> condition.holds(request))
                && (rate >= 1 || ThreadLocalRandom.current().nextDouble() < rate)
                && limiter.map(each -> each.count(request.request().headers()).isExceeded())
                        .orElse(true);
    }

    /** Whether the contract must allow it. */
    boolean isDocumented() {
        return !json.path("undocumented").asBoolean(false);
    }

    /** The same, in the words of a request that asks for it. What is not documented cannot be asked for. */
    Preference preference() {
        Optional<String> asked = isDocumented() ? status : Optional.empty();
        return new Preference(asked, example, Optional.empty(), OptionalLong.empty(), false).with(delivery);
    }

    /** What is left after one request; absent when that was the last. */
    Optional<SwitchedAnswer> afterOne() {
        if (times.isEmpty()) {
            return Optional.of(this);
        }
        int left = times.getAsInt() - 1;
        return left == 0
                ? Optional.empty()
                : Optional.of(new SwitchedAnswer(
                        status,
                        example,
                        content,
                        delivery,
                        conditions,
                        rate,
                        limiter,
                        OptionalInt.of(left),
                        json.deepCopy().put("times", left)));
    }

    /** Not what it holds: a body may hold secrets. */
    @Override
    public String toString() {
        return status.orElse("an answer")
                + example.map(name -> ", example " + name).orElse("");
    }
}
