package dev.countersign.mock.delivery;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Operation;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How each answer is delivered: as its request prefers, else as {@code x-mock} says of its operation, path or document, else as
 * all are; and which error comes in place of one. Thread-safe.
 */
public final class Deliveries {
    private final DeliveryRule ofAll;
    private final Map<String, DeliveryRule> ofOperations;
    private final Supplier<RandomGenerator> random;
    private final boolean injects;

    private Deliveries(DeliveryRule ofAll, Map<String, DeliveryRule> ofOperations, Supplier<RandomGenerator> random) {
        this.ofAll = ofAll;
        this.ofOperations = ofOperations;
        this.random = random;
        this.injects = ofAll.injects() || ofOperations.values().stream().anyMatch(DeliveryRule::injects);
    }

    /**
     * Those of a document.
     *
     * @param ofAll where the document says nothing
     * @param random decides what happens by chance; for any thread that asks for it
     * @param clock by which a client that has asked too often may ask again
     * @throws ContractException when an {@code x-mock} cannot be read; names its line
     */
    public static Deliveries of(
            LoadedContract document, DeliveryRule ofAll, Supplier<RandomGenerator> random, InstantSource clock) {
        if (document.contract().document().findValue(MockExtension.NAME) == null) {
            return new Deliveries(ofAll, Map.of(), random);
        }
        MockExtension extension = new MockExtension(document, clock);
        DeliveryRule ofDocument = extension.at("").orElse(ofAll);
        Map<String, DeliveryRule> rules = new HashMap<>();
        for (Operation operation : document.contract().operations()) {
            String path = operation.pointer().substring(0, operation.pointer().lastIndexOf('/'));
            extension
                    .at(operation.pointer())
                    .or(() -> extension.at(path))
                    .ifPresent(rule -> rules.put(operation.pointer(), rule));
        }
        return new Deliveries(ofDocument, Map.copyOf(rules), random);
    }

    /** Of one answer. */
    public Delivery of(Explanation exchange) {
        Delivery preferred = exchange.preference().map(Preference::delivery).orElse(Delivery.PLAIN);
        DeliveryRule rule =
                exchange.route() instanceof RouteResult.Matched matched ? ruleOf(matched.operation()) : ofAll;
        Delivery delivery = rule.delivery().isPlain() ? preferred : preferred.or(rule.next(random.get()));
        return delivery.delay().isEmpty() ? delivery : delivery.drawn(random.get());
    }

    /** Whether an error may come in place of an answer. */
    public boolean inject() {
        return injects;
    }

    /** The error that may come in place of the answer to a request. */
    public InjectedError injectedInto(MockRequest request) {
        return new InjectedError(this, request, random.get());
    }

    DeliveryRule ruleOf(Operation operation) {
        return ofOperations.isEmpty() ? ofAll : ofOperations.getOrDefault(operation.pointer(), ofAll);
    }
}
