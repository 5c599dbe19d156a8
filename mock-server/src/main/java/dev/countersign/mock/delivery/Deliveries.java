package dev.countersign.mock.delivery;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How each answer is delivered: as its request prefers, else as {@code x-mock} says of its operation, path or document, else as
 * all are. Thread-safe.
 */
public final class Deliveries {
    private final DeliveryRule ofAll;
    private final Map<String, DeliveryRule> ofOperations;

    private Deliveries(DeliveryRule ofAll, Map<String, DeliveryRule> ofOperations) {
        this.ofAll = ofAll;
        this.ofOperations = ofOperations;
    }

    /**
     * Those of a document.
     *
     * @param ofAll where the document says nothing
     * @throws ContractException when an {@code x-mock} cannot be read; names its line
     */
    public static Deliveries of(LoadedContract document, DeliveryRule ofAll) {
        if (document.contract().document().findValue(MockExtension.NAME) == null) {
            return new Deliveries(ofAll, Map.of());
        }
        MockExtension extension = new MockExtension(document);
        DeliveryRule ofDocument = extension.at("").orElse(ofAll);
        Map<String, DeliveryRule> rules = new HashMap<>();
        for (Operation operation : document.contract().operations()) {
            String path = operation.pointer().substring(0, operation.pointer().lastIndexOf('/'));
            extension
                    .at(operation.pointer())
                    .or(() -> extension.at(path))
                    .ifPresent(rule -> rules.put(operation.pointer(), rule));
        }
        return new Deliveries(ofDocument, Map.copyOf(rules));
    }

    /** Of one answer. */
    public Delivery of(Explanation exchange) {
        Delivery preferred = exchange.preference().map(Preference::delivery).orElse(Delivery.PLAIN);
        DeliveryRule rule = ofAll;
        if (!ofOperations.isEmpty() && exchange.route() instanceof RouteResult.Matched matched) {
            rule = ofOperations.getOrDefault(matched.operation().pointer(), ofAll);
        }
        return rule.delivery().isPlain() ? preferred : preferred.or(rule.next(ThreadLocalRandom.current()));
    }
}
