package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.Parameter.Style;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import java.util.List;
import java.util.Optional;

/** Reads one documented header of a response or a part and holds it against its schema (OAS 3.1 section 4.8.21). */
record HeaderCheck(HeaderSpec header, ParameterReader reader, Optional<CompiledSchema> schema) {

    static HeaderCheck of(HeaderSpec header, ExpectedTypes expectedTypes, Schemas schemas, Direction direction) {
        Optional<SchemaNode> schema = header.schema().or(() -> header.content().flatMap(content -> content.schema()));
        boolean whole = header.content().isPresent();
        ExpectedType expected = header.schema()
                .filter(node -> !whole)
                .map(node -> expectedTypes.of(node))
                .orElse(ExpectedType.UNKNOWN);
        ParameterReader plain = new HeaderReader(header.name(), Style.SIMPLE, header.explode(), expected);
        return new HeaderCheck(
                header,
                header.content()
                        .map(content -> ContentReader.of(plain, content, expectedTypes, schemas))
                        .orElse(plain),
                schema.map(node -> schemas.compile(node, direction)));
    }

    /** What is wrong, with pointers into the header's value. */
    List<SchemaViolation> check(Headers headers, Budget budget) {
        ReadResult reading = reader.read(RawRequest.ofHeaders(headers, budget));
        if (reading instanceof ReadResult.Value value) {
            return schema.isPresent() ? schema.get().validate(value.node(), budget) : List.of();
        }
        if (reading instanceof ReadResult.Malformed malformed) {
            return List.of(new SchemaViolation("", "content", malformed.message(), header.pointer()));
        }
        return header.required()
                ? List.of(new SchemaViolation("", "required", "is required and missing", header.pointer()))
                : List.of();
    }
}
