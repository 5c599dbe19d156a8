package dev.countersign.mock.delivery;

import dev.countersign.mock.exchange.Delivery;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How answers are delivered.
 *
 * @param delivery how, with its fault
 * @param faultRate how often the fault comes: 1 for always
 */
public record DeliveryRule(Delivery delivery, double faultRate) {
    /** At once and whole. */
    public static final DeliveryRule PLAIN = new DeliveryRule(Delivery.PLAIN, 1);

    public DeliveryRule {
        if (!(faultRate >= 0 && faultRate <= 1)) {
            throw new IllegalArgumentException("the rate must be between 0 and 1, was " + faultRate);
        }
    }

    /** Of the next answer. */
    Delivery next(RandomGenerator random) {
        boolean spared = delivery.fault().isPresent() && faultRate < 1 && random.nextDouble() >= faultRate;
        return spared ? new Delivery(delivery.delay(), delivery.drip(), Optional.empty()) : delivery;
    }
}
