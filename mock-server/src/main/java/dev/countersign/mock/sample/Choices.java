package dev.countersign.mock.sample;

import java.util.Random;

/**
 * Decides wherever a schema leaves something open. Unvaried, it takes the first of everything, which reads best; varied,
 * it is random but the same for the same seed.
 */
final class Choices {
    private final Random random;
    private boolean varied;
    private boolean inventive;

    Choices(long seed) {
        this.random = new Random(seed);
        this.varied = seed != SampleGenerator.PLAIN;
    }

    boolean isVaried() {
        return varied;
    }

    /** Varies from here on, or not; returns how it was before. */
    boolean vary(boolean value) {
        boolean before = varied;
        varied = value;
        return before;
    }

    /** Passes over what the document offers every other time from here on, or not; returns how it was before. */
    boolean invent(boolean value) {
        boolean before = inventive;
        inventive = value;
        return before;
    }

    /** Whether to take what the document offers, this time. */
    boolean takesOffers() {
        return !inventive || pick(2) == 0;
    }

    /** A number from 0 to count - 1. */
    int pick(int count) {
        return varied && count > 1 ? random.nextInt(count) : 0;
    }

    /** A number from least to most, both included. */
    long between(long least, long most) {
        return varied && most > least ? random.nextLong(least, most + 1) : least;
    }
}
