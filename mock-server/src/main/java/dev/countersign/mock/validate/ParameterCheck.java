package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.Parameter;
import dev.countersign.openapi.SchemaNode;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads one parameter and holds it against its schema. */
record ParameterCheck(Parameter parameter, ParameterReader reader, Shape shape, Optional<CompiledSchema> schema) {

    static ParameterCheck of(Parameter parameter, ShapeReader shapes, Schemas schemas, Set<String> others) {
        Optional<SchemaNode> schema =
                parameter.content().isPresent() ? parameter.content().get().schema() : parameter.schema();
        boolean json = parameter
                .content()
                .flatMap(content -> MediaType.parse(content.name()))
                .filter(MediaType::isJson)
                .isPresent();
        Shape shape = schema.filter(node -> !json)
                .map(node -> shapes.shape(node.node()))
                .orElse(Shape.UNKNOWN);
        ParameterReader plain = plain(parameter, shape, others);
        return new ParameterCheck(
                parameter,
                json ? request -> asJson(plain.read(request)) : plain,
                shape,
                schema.map(node -> schemas.compile(node, Direction.REQUEST)));
    }

    private static ParameterReader plain(Parameter parameter, Shape shape, Set<String> others) {
        String name = parameter.name();
        PairReader pairs = new PairReader(name, parameter.style(), parameter.explode(), shape, others);
        return switch (parameter.in()) {
            case PATH -> new PathReader(name, parameter.style(), parameter.explode(), shape);
            case QUERY -> request -> pairs.read(request.query());
            case COOKIE -> request -> pairs.read(request.cookies());
            case HEADER -> new HeaderReader(name, parameter.explode(), shape);
        };
    }

    private static Reading asJson(Reading text) {
        return text instanceof Reading.Value value ? JsonBody.read(value.node().asString()) : text;
    }

    /**
     * Reads and checks.
     *
     * @param violations takes what is wrong
     * @return the value, where it could be read
     */
    Optional<JsonNode> check(RawRequest request, Consumer<Violation> violations) {
        Reading reading = reader.read(request);
        if (reading instanceof Reading.Value value) {
            check(value.node(), violations);
            return Optional.of(value.node());
        }
        if (reading instanceof Reading.Malformed malformed) {
            violations.accept(violation("", malformed.message(), parameter.pointer()));
        } else if (parameter.required()) {
            violations.accept(violation("", "is required and missing", parameter.pointer()));
        }
        return Optional.empty();
    }

    private void check(JsonNode value, Consumer<Violation> violations) {
        if (schema.isEmpty()
                || parameter.allowEmptyValue() && value.asString("-").isEmpty()) {
            return;
        }
        List<SchemaViolation> broken = schema.get().validate(value);
        boolean alsoText =
                !broken.isEmpty() && value.isValueNode() && !value.isString() && shape.allows(Shape.Type.STRING);
        if (alsoText
                && schema.get().validate(StringNode.valueOf(value.asString())).isEmpty()) {
            return;
        }
        for (SchemaViolation one : broken) {
            violations.accept(violation(one.instancePointer(), one.message(), one.schemaPointer()));
        }
    }

    private Violation violation(String pointer, String message, String schemaPointer) {
        Violation.In in = Violation.In.valueOf(parameter.in().name().toUpperCase(Locale.ROOT));
        return new Violation(in, parameter.name(), pointer, message, schemaPointer);
    }
}
