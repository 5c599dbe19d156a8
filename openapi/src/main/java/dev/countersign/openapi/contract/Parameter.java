package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Optional;

/**
 * A parameter (OAS 3.1 section 4.8.12). Exactly one of {@code schema} and {@code content} is present in a valid
 * document; in an incomplete one both may be missing.
 *
 * @param name the name on the wire; header names compare without case
 * @param in where it travels
 * @param required always true for path parameters
 * @param style how a structured value is written, the location's default where the document says nothing
 * @param explode the style's default where the document says nothing
 * @param allowReserved whether RFC 3986 reserved characters stay as they are
 * @param allowEmptyValue whether a query parameter may stand without a value
 * @param deprecated whether the document declares it so
 * @param schema the schema of the value
 * @param content the media type that the value is written in
 * @param examples the parameter's own examples, in the document's order; its schema's are not repeated here
 * @param description empty when there is none
 * @param pointer JSON pointer of the parameter in the bundled document
 */
public record Parameter(
        String name,
        In in,
        boolean required,
        Style style,
        boolean explode,
        boolean allowReserved,
        boolean allowEmptyValue,
        boolean deprecated,
        Optional<SchemaNode> schema,
        Optional<MediaTypeSpec> content,
        List<Example> examples,
        String description,
        String pointer) {

    public Parameter {
        examples = List.copyOf(examples);
    }

    /** Where a parameter travels. */
    public enum In {
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /** How an array or object is written into text (OAS 3.1 section 4.8.12.2.1). */
    public enum Style {
        MATRIX,
        LABEL,
        SIMPLE,
        FORM,
        SPACE_DELIMITED,
        PIPE_DELIMITED,
        /** Swagger 2.0's {@code collectionFormat: tsv}. */
        TAB_DELIMITED,
        DEEP_OBJECT,
        /** OAS 3.2 section 4.12, Style Values: like {@code form}, with nothing encoded, and exploded into cookies. */
        COOKIE;

        /** What stands between the items of a list that is not exploded, not encoded. */
        public String delimiter() {
            return switch (this) {
                case SPACE_DELIMITED -> " ";
                case PIPE_DELIMITED -> "|";
                case TAB_DELIMITED -> "\t";
                default -> ",";
            };
        }
    }
}
