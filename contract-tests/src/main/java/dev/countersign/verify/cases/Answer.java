package dev.countersign.verify.cases;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a response carries.
 *
 * @param example the name of the document's example; empty for a lone or generated one
 * @param body absent when the response carries nothing
 * @param documented whether the body is an example of the document, and not generated from its schema
 * @param extensions the {@code x-} fields of the example
 */
public record Answer(String example, Optional<Body> body, boolean documented, Map<String, JsonNode> extensions) {
    public Answer {
        extensions = Map.copyOf(extensions);
    }

    /** The answer of a response that never carries anything. */
    static Answer empty() {
        return new Answer("", Optional.empty(), true, Map.of());
    }
}
