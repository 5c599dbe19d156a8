package dev.countersign.verify.pact;

import dev.countersign.mock.pact.ValueSchemas;
import dev.countersign.openapi.contract.Encoding;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.FormFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** A body as it travels. */
final class WireText {
    private WireText() {}

    static byte[] of(Body body) {
        if (body.essence().equals("application/x-www-form-urlencoded")
                && body.value().isObject()) {
            return utf8(form(body));
        }
        if (isMultipart(body)) {
            return utf8(MultipartText.of(
                    body.value(),
                    ValueSchemas.of(body.schema().stream()),
                    name -> Optional.ofNullable(body.encoding().get(name)).flatMap(Encoding::contentType)));
        }
        return body.octets();
    }

    static boolean isMultipart(Body body) {
        return body.essence().startsWith("multipart/") && body.value().isObject();
    }

    /** The value of {@code Content-Type}. */
    static String contentType(Body body) {
        return isMultipart(body) ? body.essence() + "; boundary=" + MultipartText.BOUNDARY : body.mediaType();
    }

    private static String form(Body body) {
        return FormFields.of(body).entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
