package dev.countersign.mock.validate;

import tools.jackson.databind.JsonNode;

/** What became of the attempt to read a value from a request. */
sealed interface Reading {
    /** There is none. */
    record Missing() implements Reading {}

    /** A value, typed as the schema suggests. */
    record Value(JsonNode node) implements Reading {}

    /**
     * Text that is not written as the contract says.
     *
     * @param message what is wrong, without the text itself
     */
    record Malformed(String message) implements Reading {}

    Reading MISSING = new Missing();
}
