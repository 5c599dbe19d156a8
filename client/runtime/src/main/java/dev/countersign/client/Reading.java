package dev.countersign.client;

/** What becomes of an answer in which something does not fit the contract. */
public enum Reading {
    /** The call fails with a {@link DecodingException}: what a model holds is what the contract promises. */
    STRICT,
    /**
     * The call returns, without what does not fit: a property is absent, an item of a list or map is left out. What came in its place is
     * in the {@code misfits()} of the model that it stands in, and observers are told of it
     * ({@link CallObserver#onMisfits}). A required property without a value throws a {@link MissingPropertiesException} when it is
     * asked for. What is no JSON, or not even an object where one is promised, fails the call all the same.
     */
    LENIENT
}
