package dev.countersign.mock.render;

import dev.countersign.mock.exchange.MediaType;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The media type to send where the contract documents a range (OAS 3.1 section 4.8.14 allows {@code text/*}). */
final class ConcreteType {
    private ConcreteType() {}

    static MediaType of(MediaType documented, JsonNode value) {
        if (!documented.isRange()) {
            return documented;
        }
        int suffix = documented.subtype().indexOf('+');
        if (suffix >= 0) {
            return type(
                    documented.type().equals("*") ? "application" : documented.type(),
                    "vnd.example" + documented.subtype().substring(suffix));
        }
        return switch (documented.type()) {
            case "*" -> value.isBinary() ? type("application", "octet-stream") : ofJson(value);
            case "text" -> type("text", "plain");
            case "image" -> type("image", "png");
            case "audio" -> type("audio", "mpeg");
            case "video" -> type("video", "mp4");
            case "font" -> type("font", "woff2");
            case "multipart" -> type("multipart", "mixed");
            case "application" -> type("application", value.isBinary() ? "octet-stream" : "json");
            default -> type(documented.type(), "octet-stream");
        };
    }

    private static MediaType ofJson(JsonNode value) {
        return value.isString() ? type("text", "plain") : type("application", "json");
    }

    private static MediaType type(String type, String subtype) {
        return new MediaType(type, subtype, Map.of());
    }

    /** The field's value: as the contract writes it, with the charset that text without one would leave open. */
    static String header(String written, MediaType documented, MediaType concrete) {
        String name = documented.isRange() ? concrete.essence() : written;
        return concrete.isText() && !concrete.parameters().containsKey("charset") ? name + ";charset=utf-8" : name;
    }
}
