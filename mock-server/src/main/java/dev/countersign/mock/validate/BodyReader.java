package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import java.nio.charset.StandardCharsets;

/** Reads a body of one kind of media type into a value that a schema can judge. */
interface BodyReader {
    /**
     * Reads a body.
     *
     * @param actual the media type of the request, with its parameters
     * @param body the bytes, never empty
     * @param budget for what is checked while it is read
     * @return {@link ReadResult.Missing} for a kind whose content no schema is held against
     */
    ReadResult read(MediaType actual, byte[] body, Budget budget);

    /** The reader for a documented media type. */
    static BodyReader of(MediaType documented, MediaTypeSpec spec, ExpectedTypes expectedTypes, Schemas schemas) {
        SchemaNode schema = spec.schema().orElseGet(() -> SchemaNode.anything(spec.pointer()));
        ExpectedType expected = expectedTypes.of(schema);
        BodyReader xml = documented.isXml() || documented.isRange()
                ? XmlBody.of(schema, expectedTypes)
                : (actual, body, budget) -> ReadResult.MISSING;
        SequenceBody sequence = new SequenceBody(expected);
        FormReader form = new FormReader(spec.encoding(), expected);
        BodyReader parts = PartsReader.of(spec, schema, expectedTypes, schemas);
        return (actual, body, budget) -> {
            MediaType type = documented.isRange() ? actual : documented;
            if (type.isJson()) {
                return JsonBody.read(body);
            }
            if (type.isJsonSequence() || type.isEventStream() && !expected.allows(ExpectedType.Type.STRING)) {
                return sequence.read(type, body, budget);
            }
            if (type.isForm()) {
                return form.read(new String(body, StandardCharsets.UTF_8));
            }
            if (type.isMultipart()) {
                return parts.read(actual, body, budget);
            }
            if (type.isXml()) {
                return xml.read(actual, body, budget);
            }
            if (type.isText() && expected.isScalar()) {
                return new ReadResult.Value(
                        Coercion.coerce(new String(body, actual.charset().orElse(StandardCharsets.UTF_8)), expected));
            }
            return ReadResult.MISSING;
        };
    }
}
