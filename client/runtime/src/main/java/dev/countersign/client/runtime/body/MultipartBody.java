package dev.countersign.client.runtime.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.countersign.client.Binary;
import dev.countersign.client.runtime.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes {@code multipart/form-data} (RFC 7578): one part for each property, one for each item of an array. */
final class MultipartBody {
    private MultipartBody() {}

    static Payload write(String contentType, Object body, List<Payload.Part> parts) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (var field : Json.tree(body).properties()) {
            String declared = parts.stream()
                    .filter(part -> part.property().equals(field.getKey()))
                    .map(Payload.Part::contentType)
                    .findFirst()
                    .orElse("");
            if (field.getValue().isArray()) {
                field.getValue().forEach(item -> part(out, boundary, field.getKey(), declared, item));
            } else {
                part(out, boundary, field.getKey(), declared, field.getValue());
            }
        }
        out.writeBytes(ascii("--" + boundary + "--\r\n"));
        return new Payload(contentType + "; boundary=" + boundary, out.toByteArray());
    }

    private static void part(ByteArrayOutputStream out, String boundary, String name, String declared, JsonNode value) {
        String quoted = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        String disposition = "Content-Disposition: form-data; name=\"" + quoted + "\"";
        if (octets(value).isPresent()) {
            disposition += "; filename=\"" + quoted + "\"";
        }
        // Several media types may be declared; the first concrete one is sent.
        String first = declared.split(",", 2)[0].strip();
        String type = first.isEmpty() || first.contains("*") ? usual(value) : first;
        out.writeBytes(ascii("--" + boundary + "\r\n"));
        out.writeBytes((disposition + "\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content(value, type));
        out.writeBytes(ascii("\r\n"));
    }

    private static String usual(JsonNode value) {
        if (octets(value).isPresent()) {
            return "application/octet-stream";
        }
        return value.isContainerNode() ? "application/json" : "text/plain; charset=utf-8";
    }

    private static byte[] content(JsonNode value, String type) {
        Optional<Binary> octets = octets(value);
        if (octets.isPresent()) {
            return octets.get().bytes();
        }
        return value.isContainerNode() || type.contains("json")
                ? Json.write(value)
                : value.asText().getBytes(StandardCharsets.UTF_8);
    }

    /** What {@code format: binary} is; {@code format: byte} is a text, in Base64, here as in JSON. */
    private static Optional<Binary> octets(JsonNode value) {
        return value instanceof POJONode node && node.getPojo() instanceof Binary binary
                ? Optional.of(binary)
                : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
