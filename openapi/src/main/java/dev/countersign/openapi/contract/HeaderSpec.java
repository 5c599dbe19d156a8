package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Optional;

/**
 * A documented response header (OAS 3.1 section 4.8.21); its style is always {@code simple}.
 *
 * @param name the header's name as written
 * @param required whether every such response carries it
 * @param explode how an object value is written
 * @param schema the schema of the value
 * @param content the media type that the value is written in, instead of a schema
 * @param examples the header's own examples, in the document's order
 * @param pointer JSON pointer of the header in the bundled document
 */
public record HeaderSpec(
        String name,
        boolean required,
        boolean explode,
        Optional<SchemaNode> schema,
        Optional<MediaTypeSpec> content,
        List<Example> examples,
        String pointer) {

    public HeaderSpec {
        examples = List.copyOf(examples);
    }
}
