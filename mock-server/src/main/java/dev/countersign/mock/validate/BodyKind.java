package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Chooses the reader for a documented media type. */
final class BodyKind {
    private BodyKind() {}

    static BodyReader of(MediaType documented, MediaTypeSpec spec, ExpectedTypes expectedTypes, Schemas schemas) {
        SchemaNode schema = spec.schema().orElseGet(() -> SchemaNode.anything(spec.pointer()));
        ExpectedType expected = expectedTypes.of(schema);
        BodyReader xml = documented.isXml() || documented.isRange()
                ? XmlBody.of(schema, expectedTypes)
                : (actual, body, budget) -> Reading.MISSING;
        SequenceBody sequence = new SequenceBody(expected);
        FormReader form = new FormReader(spec.encoding(), expected);
        PartsReader parts = PartsReader.of(spec, schema, expectedTypes, schemas);
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
                return multipart(actual, body, parts, budget);
            }
            if (type.isXml()) {
                return xml.read(actual, body, budget);
            }
            if (type.isText() && expected.isScalar()) {
                return new Reading.Value(
                        Coercion.coerce(new String(body, actual.charset().orElse(StandardCharsets.UTF_8)), expected));
            }
            return Reading.MISSING;
        };
    }

    private static Reading multipart(MediaType actual, byte[] body, PartsReader reader, Budget budget) {
        String boundary = actual.parameters().getOrDefault("boundary", "");
        if (boundary.isEmpty()) {
            return new Reading.Malformed("has no boundary in its Content-Type (RFC 2046 section 5.1.1)");
        }
        Optional<List<Part>> closed = Multipart.parse(body, boundary);
        if (closed.isEmpty()) {
            return new Reading.Malformed("does not end with its boundary and two dashes (RFC 2046 section 5.1.1)");
        }
        List<Part> parts = closed.get();
        return parts.isEmpty()
                ? new Reading.Malformed("has no part between boundaries (RFC 2046 section 5.1.1)")
                : reader.read(parts, budget);
    }
}
