package dev.countersign.mock;

/**
 * How a mock answers where requests leave it open.
 *
 * @param dynamic whether bodies are generated anew for each request instead of taken from examples
 * @param ignoreExamples whether the document's examples count as not there
 * @param problemsOnly whether a request that is not acceptable is always answered with problem details, even where the
 *     contract has its own words
 * @param violationsInExamples whether what is wrong with a request is put into the contract's own error body
 * @param forgiving whether a request that is not acceptable is answered as if it were, with a header that says what is wrong
 * @param strict whether query parameters that the document does not have are violations
 * @param seed the seed of everything that is generated
 */
public record MockOptions(
        boolean dynamic,
        boolean ignoreExamples,
        boolean problemsOnly,
        boolean violationsInExamples,
        boolean forgiving,
        boolean strict,
        long seed) {

    /** Examples before samples, violations in the contract's own words. */
    public static final MockOptions DEFAULTS = new MockOptions(false, false, false, true, false, false, 0);

    /** The same with another {@link #dynamic}. */
    public MockOptions withDynamic(boolean value) {
        return new MockOptions(value, ignoreExamples, problemsOnly, violationsInExamples, forgiving, strict, seed);
    }

    /** The same with another {@link #ignoreExamples}. */
    public MockOptions withIgnoreExamples(boolean value) {
        return new MockOptions(dynamic, value, problemsOnly, violationsInExamples, forgiving, strict, seed);
    }

    /** The same with another {@link #problemsOnly}. */
    public MockOptions withProblemsOnly(boolean value) {
        return new MockOptions(dynamic, ignoreExamples, value, violationsInExamples, forgiving, strict, seed);
    }

    /** The same with another {@link #violationsInExamples}. */
    public MockOptions withViolationsInExamples(boolean value) {
        return new MockOptions(dynamic, ignoreExamples, problemsOnly, value, forgiving, strict, seed);
    }

    /** The same with another {@link #forgiving}. */
    public MockOptions withForgiving(boolean value) {
        return new MockOptions(dynamic, ignoreExamples, problemsOnly, violationsInExamples, value, strict, seed);
    }

    /** The same with another {@link #strict}. */
    public MockOptions withStrict(boolean value) {
        return new MockOptions(dynamic, ignoreExamples, problemsOnly, violationsInExamples, forgiving, value, seed);
    }

    /** The same with another {@link #seed}. */
    public MockOptions withSeed(long value) {
        return new MockOptions(dynamic, ignoreExamples, problemsOnly, violationsInExamples, forgiving, strict, value);
    }
}
