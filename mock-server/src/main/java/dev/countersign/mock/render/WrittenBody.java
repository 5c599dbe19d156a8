package dev.countersign.mock.render;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value as a body: JSON, XML by the hints of its schema, a form, or text.
 *
 * @param contentType the field's value
 * @param text the body
 */
public record WrittenBody(String contentType, String text) {
    /**
     * Writes a value.
     *
     * @param mediaType as the contract writes it; a range is made concrete
     * @param document the contract's, for the references of the schema
     */
    public static WrittenBody of(JsonNode value, String mediaType, Optional<SchemaNode> schema, JsonNode document) {
        Optional<MediaType> documented = MediaType.parse(mediaType);
        if (documented.isEmpty()) {
            return new WrittenBody(mediaType, BodyText.plain(value));
        }
        MediaTypeSpec spec = new MediaTypeSpec(mediaType, schema, List.of(), Map.of(), List.of(), Optional.empty(), "");
        MediaType type = ConcreteType.of(documented.get(), value);
        return new WrittenBody(
                Rendition.contentType(spec, documented.get(), type, value),
                new String(Rendition.bytes(value, type, spec, document), StandardCharsets.UTF_8));
    }
}
