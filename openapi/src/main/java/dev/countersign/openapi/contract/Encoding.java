package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Optional;

/**
 * How one property of a form or multipart body is written (OAS 3.1 section 4.8.15).
 *
 * @param contentType the media types that the part may have, comma-separated as written; absent: by the property's type
 * @param headers additional headers of a multipart part
 * @param style {@code form} unless the document says otherwise
 * @param explode the style's default where the document says nothing
 * @param styled whether the document itself gives style, explode or allowReserved, which then count instead of {@code
 *     contentType}
 */
public record Encoding(
        Optional<String> contentType,
        List<HeaderSpec> headers,
        Parameter.Style style,
        boolean explode,
        boolean styled) {

    public Encoding {
        headers = List.copyOf(headers);
    }
}
