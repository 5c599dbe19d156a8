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
 * @param replacesExamples whether it was generated because no example of the document fits its schema
 * @param extensions the {@code x-} fields of the example
 */
public record Answer(
        String example,
        Optional<Body> body,
        boolean documented,
        boolean replacesExamples,
        Map<String, JsonNode> extensions) {
    public Answer {
        extensions = Map.copyOf(extensions);
    }

    /** The answer of a response that never carries anything. */
    static Answer empty() {
        return new Answer("", Optional.empty(), true, false, Map.of());
    }

    /** A body that stands in for the document's examples, of which it has none, or none that fits. */
    static Answer generated(Body body, boolean replacesExamples) {
        return new Answer("", Optional.of(body), false, replacesExamples, Map.of());
    }

    /** The same with another body. */
    Answer withBody(Body other) {
        return new Answer(example, Optional.of(other), documented, replacesExamples, extensions);
    }
}
