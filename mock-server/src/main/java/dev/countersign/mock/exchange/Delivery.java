package dev.countersign.mock.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How an answer is to reach its client; what it says is another matter.
 *
 * @param delay how long it is kept back
 * @param drip how long its body takes once it has begun; zero for all at once
 * @param fault what goes wrong on the way
 */
public record Delivery(Optional<Delay> delay, Duration drip, Optional<Fault> fault) {
    /** At once and whole. */
    public static final Delivery PLAIN = new Delivery(Optional.empty(), Duration.ZERO, Optional.empty());

    /** Whether it is at once and whole. */
    public boolean isPlain() {
        return delay.isEmpty() && drip.isZero() && fault.isEmpty();
    }

    /** The same, and what another one says where this says nothing. */
    public Delivery or(Delivery other) {
        if (isPlain()) {
            return other;
        }
        return new Delivery(delay.or(other::delay), drip.isZero() ? other.drip : drip, fault.or(other::fault));
    }

    /** The same, with the delay that it is to be this time. */
    public Delivery drawn(RandomGenerator random) {
        return new Delivery(delay.map(each -> new Delay.Fixed(each.next(random))), drip, fault);
    }

    /** As preferences say it: {@code delay=2s, fault=reset}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        delay.ifPresent(each -> parts.add("delay=" + each));
        if (!drip.isZero()) {
            parts.add("drip=" + drip.toMillis() + "ms");
        }
        fault.ifPresent(each -> parts.add("fault=" + each.label()));
        return String.join(", ", parts);
    }
}
