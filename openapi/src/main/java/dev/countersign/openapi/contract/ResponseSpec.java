package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A documented response (OAS 3.1 section 4.8.17).
 *
 * @param status as the document writes it: a code such as {@code 200}, a range such as {@code 4XX} (always in upper
 *     case), or {@code default}
 * @param description empty when there is none
 * @param headers the documented headers, in the document's order, {@code Content-Type} left out as the standard demands
 * @param content the media types of the response, in the document's order; empty when it has no body
 * @param links the documented links by name, as written
 * @param pointer JSON pointer of the response in the bundled document
 */
public record ResponseSpec(
        String status,
        String description,
        List<HeaderSpec> headers,
        List<MediaTypeSpec> content,
        Map<String, JsonNode> links,
        String pointer) {

    public ResponseSpec {
        headers = List.copyOf(headers);
        content = List.copyOf(content);
        links = Ordered.copyOf(links);
    }

    /** Whether it describes answers with a status: it names the code or its range, or is the default. */
    public boolean covers(String code) {
        return status.equals(code)
                || status.equals("default")
                || status.endsWith("XX") && status.charAt(0) == code.charAt(0);
    }
}
