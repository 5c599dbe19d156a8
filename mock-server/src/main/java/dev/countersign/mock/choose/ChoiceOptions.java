package dev.countersign.mock.choose;

import java.util.function.LongSupplier;

/**
 * How the server as a whole chooses.
 *
 * @param seeds the seeds of dynamic bodies, one per call; thread-safe
 */
public record ChoiceOptions(Bodies bodies, Refusals refusals, LongSupplier seeds) {}
