package dev.countersign.mock.render;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.Encoding;
import dev.countersign.openapi.contract.MediaTypeSpec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes a value as a multipart body (RFC 2046 section 5.1): an object part by part under its properties' names, an array
 * by position (OAS 3.2 section 4.14.5), each in the media type that the {@code encoding} gives it.
 */
final class MultipartText {
    private static final String BOUNDARY = "countersign-part-boundary";

    private final MediaTypeSpec spec;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private MultipartText(MediaTypeSpec spec) {
        this.spec = spec;
    }

    static byte[] of(JsonNode value, MediaTypeSpec spec) {
        MultipartText text = new MultipartText(spec);
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                Encoding encoding = spec.encoding().get(field.getKey());
                if (field.getValue().isArray() && encoding == null) {
                    field.getValue().forEach(item -> text.part(field.getKey(), item, null));
                } else {
                    text.part(field.getKey(), field.getValue(), encoding);
                }
            }
        } else {
            for (int i = 0; i < value.size(); i++) {
                text.part("", value.get(i), text.encoding(i));
            }
        }
        text.write("--" + BOUNDARY + "--\r\n");
        return text.out.toByteArray();
    }

    /** The boundary: ours, or that of an example which is written out. */
    static String boundary(JsonNode value) {
        if (!value.isString()) {
            return BOUNDARY;
        }
        String line = value.stringValue().lines().findFirst().orElse("");
        boolean plain = line.matches("--[0-9A-Za-z'()+_,./:=?-]{1,70}\\s*");
        return plain ? line.substring(2).strip() : BOUNDARY;
    }

    private @Nullable Encoding encoding(int index) {
        return index < spec.prefixEncoding().size()
                ? spec.prefixEncoding().get(index)
                : spec.itemEncoding().orElse(null);
    }

    private void part(String name, JsonNode value, @Nullable Encoding encoding) {
        MediaType type = type(value, encoding);
        write("--" + BOUNDARY + "\r\n");
        if (!name.isEmpty()) {
            String disposition = spec.name().startsWith("multipart/form-data") ? "form-data" : "inline";
            write("Content-Disposition: " + disposition + "; name=\"" + quoted(name) + "\"\r\n");
        }
        write("Content-Type: " + type.essence() + "\r\n\r\n");
        out.writeBytes(BodyText.bytes(value, type));
        write("\r\n");
    }

    /** OAS 3.1 section 4.8.15.1: the encoding's first type, else by the value's. */
    private static MediaType type(JsonNode value, @Nullable Encoding encoding) {
        Optional<MediaType> documented = Optional.ofNullable(encoding)
                .flatMap(Encoding::contentType)
                .map(types -> types.split(",", 2)[0])
                .flatMap(MediaType::parse)
                .filter(type -> !type.isRange());
        return documented.orElseGet(() -> value.isContainer()
                ? new MediaType("application", "json", Map.of())
                : new MediaType("text", "plain", Map.of()));
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
