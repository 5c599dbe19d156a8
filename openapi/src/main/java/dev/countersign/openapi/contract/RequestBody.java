package dev.countersign.openapi.contract;

import java.util.List;

/**
 * A request body (OAS 3.1 section 4.8.13).
 *
 * @param required whether a request without a body is refused
 * @param content the media types that it may have, in the document's order
 * @param description empty when there is none
 * @param pointer JSON pointer of the request body in the bundled document
 */
public record RequestBody(boolean required, List<MediaTypeSpec> content, String description, String pointer) {
    public RequestBody {
        content = List.copyOf(content);
    }
}
