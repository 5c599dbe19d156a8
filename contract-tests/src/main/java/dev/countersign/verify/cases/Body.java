package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Encoding;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a message carries.
 *
 * @param mediaType the concrete media type, never a range
 * @param value the value in the contract's terms; a body that is not JSON is a text node
 * @param schema absent when the document gives none
 * @param encoding how single properties of a form are written, by name
 */
public record Body(String mediaType, JsonNode value, Optional<SchemaNode> schema, Map<String, Encoding> encoding) {
    public Body {
        encoding = Map.copyOf(encoding);
    }

    /** The body of a media type with this value. */
    static Body of(MediaTypeSpec type, JsonNode value) {
        String concrete = MediaTypes.concrete(type, value);
        return new Body(concrete, MediaTypes.travelling(concrete, value), type.schema(), type.encoding());
    }

    /** The same with another value. */
    public Body with(JsonNode other) {
        return new Body(mediaType, other, schema, encoding);
    }

    /** Whether the body travels as JSON. */
    public boolean isJson() {
        return MediaTypes.isJson(mediaType);
    }

    /** Whether the body travels in parts that have no names (OAS 3.2). */
    public boolean hasUnnamedParts() {
        return essence().startsWith("multipart/") && value.isArray();
    }

    /** Whether the body travels as a sequence of values. */
    public boolean isSequence() {
        return SequenceText.isOne(mediaType);
    }

    /**
     * What travels: JSON, or of a text itself, but in a binary media type the bytes that it means in Base64, where it is that. A
     * value that was read from a file of its own is its bytes; an array in the media type of a sequence travels item by item.
     */
    public byte[] octets() {
        if (value.isBinary()) {
            return value.binaryValue();
        }
        if (isJson()) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (isSequence() && !value.isString()) {
            return SequenceText.of(value, mediaType).getBytes(StandardCharsets.UTF_8);
        }
        String text = value.isString() ? value.asString() : value.toString();
        if (MediaTypes.isBinary(mediaType) && value.isString() && !text.isEmpty()) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException notBase64) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The media type without its parameters, in lower case. */
    public String essence() {
        return MediaTypes.essence(mediaType);
    }
}
