package dev.countersign.verify.cases;

import dev.countersign.openapi.SchemaNode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a message carries.
 *
 * @param mediaType the concrete media type, never a range
 * @param value the value in the contract's terms; a body that is not JSON is a text node
 * @param schema absent when the document gives none
 */
public record Body(String mediaType, JsonNode value, Optional<SchemaNode> schema) {
    /** Whether the body travels as JSON. */
    public boolean isJson() {
        return MediaTypes.isJson(mediaType);
    }

    /** The media type without its parameters, in lower case. */
    public String essence() {
        return MediaTypes.essence(mediaType);
    }
}
