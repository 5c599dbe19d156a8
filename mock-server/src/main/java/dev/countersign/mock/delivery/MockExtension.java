package dev.countersign.mock.delivery;

import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.NearestName;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.json.Pointer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code x-mock: {delay: 200ms, drip: 1s, fault: reset, status: 503, rate: 0.1, limit: 10/60s}} of a document, a path or an
 * operation.
 */
record MockExtension(LoadedContract document, InstantSource clock) {
    static final String NAME = "x-mock";

    /** Stands at the top of a document, and is not about delivery. */
    private static final String SCENARIO = "scenario";

    private static final Set<String> NAMES = new TreeSet<>(Set.of("delay", "drip", "fault", "status", "rate", "limit"));

    /**
     * The rule that stands in a part of the document.
     *
     * @param pointer the part in the bundled document
     * @throws ContractException when it cannot be read; names the line
     */
    Optional<DeliveryRule> at(String pointer) {
        JsonNode holder = Pointer.find(document.contract().document(), pointer);
        JsonNode extension = holder == null ? null : holder.get(NAME);
        if (extension == null) {
            return Optional.empty();
        }
        String place = Pointer.child(pointer, NAME);
        if (!extension.isObject()) {
            throw unusable(place, "x-mock must be an object.", "Write, for instance, {delay: 200ms}.");
        }
        for (String name : extension.propertyNames()) {
            if (!NAMES.contains(name) && !(pointer.isEmpty() && name.equals(SCENARIO))) {
                String near = NearestName.of(name, NAMES)
                        .map(each -> "Did you mean \"" + each + "\"?")
                        .orElse("Use one of: " + String.join(", ", NAMES) + ".");
                throw unusable(Pointer.child(place, name), "x-mock has no \"" + name + "\".", near);
            }
        }
        if (extension.size() == 1 && extension.has(SCENARIO)) {
            return Optional.empty();
        }
        Delivery delivery = new Delivery(
                read(extension, place, "delay", Delay::parse, "Write, for instance, 200ms, 100ms..2s or ~300ms."),
                read(extension, place, "drip", Delay::duration, "Write, for instance, 2s.")
                        .orElse(Duration.ZERO),
                read(extension, place, "fault", Fault::of, "Use one of: " + String.join(", ", Fault.labels()) + "."));
        JsonNode rate = extension.path("rate");
        if (!rate.isMissingNode() && !(rate.isNumber() && rate.asDouble() >= 0 && rate.asDouble() <= 1)) {
            throw unusable(Pointer.child(place, "rate"), "The rate is no number between 0 and 1.", "");
        }
        Optional<Integer> status = read(extension, place, "status", DeliveryRule::error, "Write one from 400 to 599.");
        Optional<RateLimiter> limiter = read(
                        extension,
                        place,
                        "limit",
                        RateLimit::parse,
                        "Write, for instance, 10/60s: ten requests a minute.")
                .map(limit -> new RateLimiter(limit, clock));
        return Optional.of(new DeliveryRule(delivery, status, rate.asDouble(1), limiter));
    }

    private <T> Optional<T> read(
            JsonNode extension, String place, String name, Function<String, Optional<T>> reader, String fix) {
        JsonNode value = extension.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> read = reader.apply(value.asString(""));
        if (read.isEmpty()) {
            throw unusable(
                    Pointer.child(place, name), "\"" + value.asString("") + "\" is no " + name + " for x-mock.", fix);
        }
        return read;
    }

    private ContractException unusable(String pointer, String what, String fix) {
        return new ContractException(
                List.of(new Problem(Problem.Severity.ERROR, document.origins().place(pointer), what, fix)));
    }
}
