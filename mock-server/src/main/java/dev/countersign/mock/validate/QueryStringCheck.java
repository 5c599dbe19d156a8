package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.QueryString;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the query as a whole, in a media type, and holds it against its schema (OAS 3.2 section 4.12.2). */
record QueryStringCheck(QueryString parameter, MediaType type, BodyReader reader, Optional<CompiledSchema> schema) {

    static QueryStringCheck of(QueryString parameter, ExpectedTypes expectedTypes, Schemas schemas) {
        MediaTypeSpec content = parameter.content();
        MediaType type = MediaType.parse(content.name())
                .orElse(MediaType.parse("text/plain").orElseThrow());
        return new QueryStringCheck(
                parameter,
                type,
                BodyReader.of(type, content, expectedTypes, schemas),
                content.schema().map(node -> schemas.compile(node, Direction.REQUEST)));
    }

    /** The value, where it could be read. */
    Optional<JsonNode> check(RawRequest request, Strictness strictness, Violations violations) {
        String query = ownQuery(request.rawQuery());
        if (query.isEmpty()) {
            if (parameter.required()) {
                violations.add(violation("", "is required and missing", parameter.pointer()));
            }
            return Optional.empty();
        }
        String text = type.isForm() ? query : PercentEncoding.decode(query);
        ReadResult reading = reader.read(type, text.getBytes(StandardCharsets.UTF_8), request.budget());
        if (reading instanceof ReadResult.Malformed malformed) {
            violations.add(violation("", malformed.message(), parameter.pointer()));
        }
        if (!(reading instanceof ReadResult.Value value)) {
            return Optional.empty();
        }
        violations.repeated(value.repeated(), Violation.In.QUERY, parameter.name(), strictness);
        if (schema.isPresent()) {
            for (SchemaViolation one : schema.get().validate(value.node(), request.budget())) {
                violations.add(violation(one.instancePointer(), one.message(), one.schemaPointer()));
            }
        }
        return Optional.of(value.node());
    }

    /** Without what is meant for the mock. */
    private static String ownQuery(String query) {
        return !query.contains(MockRequest.RESERVED_PREFIX)
                ? query
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> !pair.startsWith(MockRequest.RESERVED_PREFIX))
                        .collect(Collectors.joining("&"));
    }

    private Violation violation(String pointer, String message, String schemaPointer) {
        return new Violation(Violation.In.QUERY, parameter.name(), pointer, message, schemaPointer);
    }
}
