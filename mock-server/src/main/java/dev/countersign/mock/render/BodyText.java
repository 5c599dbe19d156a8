package dev.countersign.mock.render;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * Writes a value in a media type. JSON is written as JSON. In any other type a text stands for itself: an example for XML,
 * plain text or CSV is what goes over the wire. Binary types carry the bytes that a text in Base64 means, where it is one.
 * A binary node, read from a file of its own, is its bytes in any type.
 */
final class BodyText {
    private BodyText() {}

    static byte[] bytes(JsonNode value, MediaType type) {
        if (value.isBinary()) {
            return value.binaryValue();
        }
        if (type.isJson()) {
            return JsonTree.bytes(value);
        }
        if (value.isString()) {
            String text = value.stringValue();
            return isBinary(type) ? binary(text) : text.getBytes(charset(type));
        }
        if (SequenceText.isOne(type)) {
            return SequenceText.of(value, type).getBytes(StandardCharsets.UTF_8);
        }
        return type.isText() && value.isValueNode() && !value.isNull()
                ? plain(value).getBytes(charset(type))
                : JsonTree.bytes(value);
    }

    /** As the contract's media type says; JSON has no choice (RFC 8259 section 8.1). */
    static Charset charset(MediaType type) {
        return type.charset().orElse(StandardCharsets.UTF_8);
    }

    private static boolean isBinary(MediaType type) {
        return switch (type.type()) {
            case "image", "audio", "video", "font" -> !type.isXml();
            case "application" ->
                type.subtype().matches("octet-stream|pdf|zip|gzip|.*\\+zip|vnd\\.ms-.*|x-.*(tar|zip).*");
            default -> false;
        };
    }

    private static byte[] binary(String text) {
        try {
            return text.isEmpty() ? new byte[0] : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A scalar without quotes, anything else as JSON. */
    static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString("") : JsonTree.text(value);
    }
}
