package dev.countersign.verify.pact;

import dev.countersign.openapi.Contract;
import dev.countersign.openapi.SchemaNode;
import dev.countersign.verify.cases.Body;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A body as it travels. */
final class WireText {
    private WireText() {}

    static String of(Contract contract, Body body) {
        if (body.isJson()) {
            return body.value().toString();
        }
        if (body.essence().equals("application/x-www-form-urlencoded")
                && body.value().isObject()) {
            return form(body.value());
        }
        if (isMultipart(body)) {
            return MultipartText.of(
                    body.value(), Facets.of(contract, body.schema().stream().map(SchemaNode::node)));
        }
        return text(body.value());
    }

    static boolean isMultipart(Body body) {
        return body.essence().startsWith("multipart/") && body.value().isObject();
    }

    /** The value of {@code Content-Type}. */
    static String contentType(Body body) {
        return isMultipart(body) ? body.essence() + "; boundary=" + MultipartText.BOUNDARY : body.mediaType();
    }

    /** URL-encoded form data, arrays repeated, as OAS 3.1 section 4.8.14.4 has it by default. */
    private static String form(JsonNode value) {
        return value.properties().stream()
                .flatMap(p -> (p.getValue().isArray()
                                ? StreamSupport.stream(p.getValue().spliterator(), false)
                                : java.util.stream.Stream.of(p.getValue()))
                        .map(element -> encoded(p.getKey()) + "=" + encoded(text(element))))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
