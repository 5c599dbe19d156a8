package dev.countersign.client.runtime.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.client.Binary;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.parameter.ParameterText;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code multipart/form-data} (RFC 7578): one part for each property, one for each item of an array, none for null.
 * Files are read while they are sent.
 */
final class MultipartBody {
    /** What is no longer than this many bytes is held in memory. */
    private static final int HELD = 64 * 1024;

    private static final ParameterText TEXT = new ParameterText(ParameterText.Octets.PLAIN);

    private final String boundary = UUID.randomUUID().toString();
    private final List<Binary> pieces = new ArrayList<>();

    private MultipartBody() {}

    static Payload write(String contentType, Object body, List<Payload.Part> parts) {
        MultipartBody multipart = new MultipartBody();
        for (var field : Json.tree(body).properties()) {
            Payload.Part part = parts.stream()
                    .filter(each -> each.property().equals(field.getKey()))
                    .findFirst()
                    .orElse(null);
            multipart.property(field.getKey(), part, field.getValue());
        }
        multipart.pieces.add(Binary.of("--" + multipart.boundary + "--\r\n"));
        return multipart.payload(contentType + "; boundary=" + multipart.boundary);
    }

    /** Style and explode count instead of the media type (OAS 3.1 section 4.8.15.1); a list of files stays one of parts. */
    private void property(String name, Payload.@Nullable Part part, JsonNode value) {
        String declared = part == null ? "" : part.contentType();
        if (part != null && !part.explode() && value.isContainerNode() && octets(value.path(0)) == null) {
            if (!value.isEmpty()) {
                part(name, "", TextNode.valueOf(TEXT.inline(name, part.style(), false, value)));
            }
        } else if (value.isArray()) {
            value.forEach(item -> part(name, declared, item));
        } else {
            part(name, declared, value);
        }
    }

    private void part(String name, String declared, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        Binary octets = octets(value);
        String disposition = "Content-Disposition: form-data; name=\"" + quoted(name) + "\"";
        if (octets != null) {
            disposition += "; filename=\"" + quoted(octets.fileName().orElse(name)) + "\"";
        }
        String type = octets == null
                ? concrete(declared, value)
                : octets.mediaType().orElseGet(() -> concrete(declared, value));
        pieces.add(Binary.of("--" + boundary + "\r\n" + disposition + "\r\nContent-Type: " + type + "\r\n\r\n"));
        pieces.add(octets == null ? Binary.of(content(value, type)) : octets);
        pieces.add(Binary.of("\r\n"));
    }

    /** Several media types may be declared; the first that is no range is sent. */
    private static String concrete(String declared, JsonNode value) {
        for (String each : declared.split(",", -1)) {
            if (!each.isBlank() && !each.contains("*")) {
                return each.strip();
            }
        }
        if (octets(value) != null) {
            return "application/octet-stream";
        }
        return value.isContainerNode() ? "application/json" : "text/plain; charset=utf-8";
    }

    private static byte[] content(JsonNode value, String type) {
        return value.isContainerNode() || type.contains("json")
                ? Json.write(value)
                : value.asText().getBytes(StandardCharsets.UTF_8);
    }

    /** What {@code format: binary} is; {@code format: byte} is a text, in Base64, here as in JSON. */
    private static @Nullable Binary octets(JsonNode value) {
        return value instanceof POJONode node && node.getPojo() instanceof Binary binary ? binary : null;
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private Payload payload(String contentType) {
        long length = 0;
        boolean known = true;
        boolean repeatable = true;
        for (Binary piece : pieces) {
            OptionalLong bytes = piece.length();
            known &= bytes.isPresent();
            length += bytes.orElse(0);
            repeatable &= piece.isRepeatable();
        }
        if (known && repeatable && length <= HELD) {
            try (InputStream all = all()) {
                return new Payload(contentType, all.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!repeatable) {
            InputStream all = all();
            return new Payload(contentType, known ? Binary.once(all, length) : Binary.once(all));
        }
        return new Payload(contentType, known ? Binary.of(this::all, length) : Binary.of(this::all));
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing younger.
    private InputStream all() {
        Iterator<Binary> rest = pieces.iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return rest.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return rest.next().open();
            }
        });
    }
}
