package dev.countersign.mock.delivery;

import dev.countersign.mock.exchange.Delivery;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How answers are delivered.
 *
 * @param delivery how, with its fault
 * @param status an error that comes in place of the answer, from 400 to 599
 * @param rate how often fault and status come: 1 for always
 * @param limiter counts what clients ask
 */
public record DeliveryRule(Delivery delivery, Optional<Integer> status, double rate, Optional<RateLimiter> limiter) {
    /** At once and whole. */
    public static final DeliveryRule PLAIN = new DeliveryRule(Delivery.PLAIN, 1);

    public DeliveryRule {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("the rate must be between 0 and 1, was " + rate);
        }
    }

    /** A rule about the way of answers alone. */
    public DeliveryRule(Delivery delivery, double rate) {
        this(delivery, Optional.empty(), rate, Optional.empty());
    }

    /** Reads an error's status; empty when the text is none. */
    public static Optional<Integer> error(String text) {
        return text.matches("[45][0-9][0-9]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Of the next answer. */
    Delivery next(RandomGenerator random) {
        return delivery.fault().isPresent() && !happens(random)
                ? new Delivery(delivery.delay(), delivery.drip(), Optional.empty())
                : delivery;
    }

    /** Whether what comes with the rate comes this time. */
    boolean happens(RandomGenerator random) {
        return rate >= 1 || random.nextDouble() < rate;
    }

    /** Whether an error may come in place of an answer. */
    public boolean injects() {
        return status.isPresent() || limiter.isPresent();
    }
}
