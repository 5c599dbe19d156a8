package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A media type of a body or parameter (OAS 3.1 section 4.8.14).
 *
 * @param name the media type or range as written, for instance {@code application/json; charset=utf-8}
 * @param schema absent when the document gives none; an array of the items where it gives an {@code itemSchema} alone (OAS
 *     3.2)
 * @param examples the named examples in the document's order; a lone {@code example} comes as one with an empty name.
 *     The schema's own examples are not repeated here
 * @param encoding how single properties of a form or multipart body are written, by property name
 * @param prefixEncoding how the first parts of a multipart body without names are written (OAS 3.2)
 * @param itemEncoding how all further parts are written (OAS 3.2)
 * @param pointer JSON pointer of the media type in the bundled document
 */
public record MediaTypeSpec(
        String name,
        Optional<SchemaNode> schema,
        List<Example> examples,
        Map<String, Encoding> encoding,
        List<Encoding> prefixEncoding,
        Optional<Encoding> itemEncoding,
        String pointer) {

    public MediaTypeSpec {
        examples = List.copyOf(examples);
        encoding = Ordered.copyOf(encoding);
        prefixEncoding = List.copyOf(prefixEncoding);
    }
}
