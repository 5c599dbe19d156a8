package dev.countersign.openapi.contract;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the values of examples that lie outside of the document (OAS 3.1 section 4.8.19). */
@FunctionalInterface
public interface ExternalValues {
    /** Leaves such examples without a value. */
    ExternalValues NONE = (reference, mediaType, holder) -> Optional.empty();

    /**
     * Reads a value.
     *
     * @param reference a URI reference, as the document has it
     * @param mediaType that of the body which the value is an example of; empty for a parameter or header
     * @param holder where the reference is written
     * @return absent when it cannot be had, or is not wanted; a body of any other media type than JSON is a binary node
     */
    Optional<JsonNode> read(String reference, String mediaType, Problem.Place holder);
}
