package dev.countersign.mock.choose;

import java.util.function.LongSupplier;

/**
 * How the server as a whole chooses.
 *
 * @param dynamic whether bodies are generated anew unless a request says otherwise
 * @param ignoreExamples whether the document's examples count as not there
 * @param problemsOnly whether a request that is not acceptable is always answered with problem details
 * @param forgiving whether such a request is answered as if it were acceptable
 * @param seeds the seeds of dynamic bodies, one per call; thread-safe
 */
public record ChoiceOptions(
        boolean dynamic, boolean ignoreExamples, boolean problemsOnly, boolean forgiving, LongSupplier seeds) {}
