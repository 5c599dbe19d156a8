package dev.countersign.openapi.contract;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An example (OAS 3.1 section 4.8.19). What stands inside its value is data: a {@code $ref} there is not a reference.
 *
 * @param name the key in {@code examples}; empty for a lone {@code example}
 * @param summary empty when there is none
 * @param value the value, or the text that it is written as where only that is given or nothing but that text is sure to be
 *     right (OAS 3.2: {@code dataValue}, {@code serializedValue}); absent for an external one that was not read. A JSON {@code null} is
 *     present as a null node
 * @param extensions the {@code x-} fields of the example object
 * @param pointer JSON pointer of the value (of the example object, for an external one) in the bundled document
 */
public record Example(
        String name, String summary, Optional<JsonNode> value, Map<String, JsonNode> extensions, String pointer) {

    public Example {
        extensions = Ordered.copyOf(extensions);
    }
}
