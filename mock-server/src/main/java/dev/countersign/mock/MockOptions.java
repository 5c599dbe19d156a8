package dev.countersign.mock;

/**
 * How a mock answers where requests leave it open.
 *
 * @param dynamic whether bodies are generated anew for each request instead of taken from examples
 * @param ignoreExamples whether the document's examples count as not there
 * @param problemsOnly whether a request that is not acceptable is always answered with problem details, even where the
 *     contract has its own words
 * @param violationsInExamples whether what is wrong with a request is put into the contract's own error body
 * @param seed the seed of everything that is generated
 */
public record MockOptions(
        boolean dynamic, boolean ignoreExamples, boolean problemsOnly, boolean violationsInExamples, long seed) {

    /** Examples before samples, violations in the contract's own words. */
    public static final MockOptions DEFAULTS = new MockOptions(false, false, false, true, 0);
}
