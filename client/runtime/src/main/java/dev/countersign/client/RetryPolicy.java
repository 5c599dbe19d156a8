package dev.countersign.client;

import java.time.Duration;
import java.util.Set;

/**
 * When a call is sent again. Immutable.
 *
 * <p>A call is sent again only if its method is among {@code methods}, or the contract declares the operation
 * idempotent with {@code x-idempotent: true}, or if nothing of it was sent; whatever is tried, the call's timeout bounds all of it.
 *
 * @param maxRetries how often at most, after the first time; 0 for never
 * @param firstDelay how long to wait before the first retry
 * @param backOffFactor by what each further delay grows
 * @param maxDelay the longest delay, unless {@code Retry-After} asks for more
 * @param jitter the share of a delay that chance may take off it, from 0 to 1, so that clients do not come back at once
 * @param statuses the answers after which a call is sent again
 * @param methods the methods that may be sent again without harm
 */
public record RetryPolicy(
        int maxRetries,
        Duration firstDelay,
        double backOffFactor,
        Duration maxDelay,
        double jitter,
        Set<Integer> statuses,
        Set<String> methods) {
    private static final RetryPolicy NONE = new RetryPolicy(
            0,
            Duration.ofMillis(500),
            2,
            Duration.ofSeconds(30),
            0.25,
            Set.of(408, 413, 429, 500, 502, 503, 504, 521, 522, 524),
            Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"));

    public RetryPolicy {
        if (maxRetries < 0) {
            throw new IllegalArgumentException("maxRetries must not be negative, was " + maxRetries);
        }
        if (backOffFactor < 1) {
            throw new IllegalArgumentException("backOffFactor must be at least 1, was " + backOffFactor);
        }
        if (jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("jitter must be from 0 to 1, was " + jitter);
        }
        statuses = Set.copyOf(statuses);
        methods = Set.copyOf(methods);
    }

    /** Never again. The default. */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * At most so often, after 408, 413, 429 and the usual 5xx, and only for the idempotent methods (RFC 9110 section
     * 9.2.2). A call that was never sent, for want of a connection, is repeated whatever its method.
     */
    public static RetryPolicy upTo(int maxRetries) {
        return new RetryPolicy(
                maxRetries,
                NONE.firstDelay,
                NONE.backOffFactor,
                NONE.maxDelay,
                NONE.jitter,
                NONE.statuses,
                NONE.methods);
    }

    /** The same with other delays. */
    public RetryPolicy withBackOff(Duration first, double factor, Duration longest) {
        return new RetryPolicy(maxRetries, first, factor, longest, jitter, statuses, methods);
    }

    /** The same with another share of chance. */
    public RetryPolicy withJitter(double share) {
        return new RetryPolicy(maxRetries, firstDelay, backOffFactor, maxDelay, share, statuses, methods);
    }

    /** The same after other answers. */
    public RetryPolicy withStatuses(Set<Integer> others) {
        return new RetryPolicy(maxRetries, firstDelay, backOffFactor, maxDelay, jitter, others, methods);
    }

    /** The same for other methods; with POST among them, a request may take effect twice. */
    public RetryPolicy withMethods(Set<String> others) {
        return new RetryPolicy(maxRetries, firstDelay, backOffFactor, maxDelay, jitter, statuses, others);
    }

    /**
     * How long to wait before a retry.
     *
     * @param retry counted from 1
     * @param chance from 0 to 1
     */
    public Duration delay(int retry, double chance) {
        double grown = (double) firstDelay.toMillis() * Math.pow(backOffFactor, retry - 1.0);
        double bounded = Math.min(grown, (double) maxDelay.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 - jitter * chance)));
    }
}
