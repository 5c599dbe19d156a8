package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.MediaTypeSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which media type a case speaks where the document leaves a choice. */
public final class MediaTypes {
    private MediaTypes() {}

    /** The one that says most about types: JSON, then forms, then text, then bytes; the first of several alike. */
    static Optional<MediaTypeSpec> preferred(List<MediaTypeSpec> content) {
        return content.stream().min(Comparator.comparingInt(MediaTypes::rank));
    }

    private static int rank(MediaTypeSpec type) {
        String essence = essence(type.name());
        if (isJson(essence) || isAnything(essence) && !isBinary(type)) {
            return 0;
        }
        if (essence.equals("application/x-www-form-urlencoded")) {
            return 1;
        }
        if (essence.startsWith("multipart/")) {
            return 2;
        }
        boolean text = essence.startsWith("text/") || essence.endsWith("xml") || essence.endsWith("yaml");
        return text || essence.endsWith("javascript") ? 3 : 4;
    }

    private static boolean isAnything(String essence) {
        return essence.equals("*/*") || essence.equals("application/*");
    }

    private static boolean isBinary(MediaTypeSpec type) {
        return type.schema().stream()
                .flatMap(schema -> schema.applied().stream())
                .anyMatch(schema -> schema.node().path("format").asString("").equals("binary"));
    }

    /** RFC 8259, and the {@code +json} suffix of RFC 6839. */
    static boolean isJson(String mediaType) {
        String essence = essence(mediaType);
        return essence.equals("application/json") || essence.equals("text/json") || essence.endsWith("+json");
    }

    /** Whether a text that stands for such a body in a document may be Base64 of what travels. */
    static boolean isBinary(String mediaType) {
        String essence = essence(mediaType);
        return essence.matches("(image|audio|video|font)/.*") && !isXml(essence)
                || essence.matches("application/(octet-stream|pdf|zip|gzip|.*\\+zip|vnd\\.ms-.*|x-.*(tar|zip).*)");
    }

    /** RFC 7303. */
    static boolean isXml(String mediaType) {
        String essence = essence(mediaType);
        return essence.equals("application/xml") || essence.equals("text/xml") || essence.endsWith("+xml");
    }

    /** What travels in a media type: XML is text, whatever an example of it was written as. */
    static JsonNode travelling(String mediaType, JsonNode value) {
        return isXml(mediaType) && !value.isString() ? JsonNodeFactory.instance.stringNode(XmlText.of(value)) : value;
    }

    /** The media type without its parameters, in lower case. */
    public static String essence(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** A range such as {@code text/*} cannot be sent: the type that stands for it. */
    static String concrete(MediaTypeSpec type, JsonNode value) {
        if (!type.name().contains("*")) {
            return type.name();
        }
        String range = essence(type.name());
        return switch (isAnything(range) && isBinary(type) ? "octets" : range) {
            case "*/*" -> value.isString() ? "text/plain" : "application/json";
            case "application/*" -> "application/json";
            case "text/*" -> "text/plain";
            case "multipart/*" -> "multipart/form-data";
            default -> "application/octet-stream";
        };
    }
}
