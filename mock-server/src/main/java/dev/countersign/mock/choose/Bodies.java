package dev.countersign.mock.choose;

/**
 * Where the bodies of answers come from, unless a request asks for something else.
 *
 * @param dynamic whether each answer has a body of its own, generated for it
 * @param ignoreExamples whether the document's examples count as not there
 * @param seed the seed of everything that is generated
 */
public record Bodies(boolean dynamic, boolean ignoreExamples, long seed) {
    /** The document's examples; a generated body, always the same, where it has none. */
    public static final Bodies EXAMPLES = new Bodies(false, false, 0);

    /** Generated bodies, always the same, as if the document had no examples. */
    public static final Bodies SAMPLES = new Bodies(false, true, 0);

    /** A body generated anew for each answer. */
    public static final Bodies DYNAMIC = new Bodies(true, false, 0);
}
