package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Pair;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Parameter.In;
import dev.countersign.openapi.contract.Parameter.Style;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads one parameter and holds it against its schema. */
record ParameterCheck(
        Parameter parameter, ParameterReader reader, ExpectedType expected, Optional<CompiledSchema> schema) {

    static ParameterCheck of(Parameter parameter, ExpectedTypes expectedTypes, Schemas schemas, Set<String> others) {
        Optional<SchemaNode> schema =
                parameter.content().isPresent() ? parameter.content().get().schema() : parameter.schema();
        // What is written in a media type travels as one text, whatever it says.
        boolean whole = parameter.content().isPresent();
        ExpectedType expected = schema.map(node -> whole ? ExpectedType.UNKNOWN : expectedTypes.of(node))
                .orElse(ExpectedType.UNKNOWN);
        ParameterReader plain = plain(parameter, expected, others);
        return new ParameterCheck(
                parameter,
                parameter
                        .content()
                        .map(content -> ContentReader.of(plain, content, expectedTypes, schemas))
                        .orElse(plain),
                expected,
                schema.map(node -> schemas.compile(node, Direction.REQUEST)));
    }

    private static ParameterReader plain(Parameter parameter, ExpectedType expected, Set<String> others) {
        String name = parameter.name();
        return switch (parameter.in()) {
            case PATH -> new PathReader(name, parameter.style(), parameter.explode(), expected);
            case QUERY -> {
                PairReader pairs = pairs(parameter, expected, others, PercentEncoding::decodeForm);
                yield request -> pairs.read(request.query());
            }
            case COOKIE -> cookie(parameter, expected, others);
            case HEADER -> new HeaderReader(name, parameter.style(), parameter.explode(), expected);
        };
    }

    private static PairReader pairs(
            Parameter parameter, ExpectedType expected, Set<String> others, UnaryOperator<String> decode) {
        return new PairReader(parameter.name(), parameter.style(), parameter.explode(), expected, others, decode);
    }

    /**
     * Style {@code cookie} has a cookie for each item and encodes nothing (OAS 3.2 section 4.12, Style Values); exploded {@code
     * form} has ampersands within one cookie (RFC 6570 section 3.2.8), which many write as several cookies all the same.
     */
    private static ParameterReader cookie(Parameter parameter, ExpectedType expected, Set<String> others) {
        if (parameter.style() == Style.COOKIE) {
            PairReader pairs = pairs(parameter, expected, others, UnaryOperator.identity());
            return request -> pairs.read(request.cookies());
        }
        PairReader pairs = pairs(parameter, expected, others, PercentEncoding::decode);
        boolean several = parameter.explode() && (expected.isArray() || expected.isObject());
        return request -> pairs.read(several ? Pair.apart(request.cookies()) : request.cookies());
    }

    /**
     * Reads and checks. A path parameter that the path's template lacks can never arrive, so that it is not demanded.
     *
     * @param violations takes what is wrong
     * @return the value, where it could be read
     */
    Optional<JsonNode> check(RawRequest request, Strictness strictness, Violations violations) {
        ReadResult reading = reader.read(request);
        if (reading instanceof ReadResult.Value value) {
            violations.repeated(value.repeated(), in(), parameter.name(), strictness);
            check(value.node(), request.budget(), violations);
            return Optional.of(value.node());
        }
        if (reading instanceof ReadResult.Malformed malformed) {
            violations.add(violation("", malformed.message(), parameter.pointer()));
        } else if (parameter.required() && parameter.in() != In.PATH) {
            violations.add(violation("", "is required and missing", parameter.pointer()));
        }
        return Optional.empty();
    }

    private void check(JsonNode value, Budget budget, Violations violations) {
        if (schema.isEmpty() || parameter.allowEmptyValue() && isEmpty(value)) {
            return;
        }
        List<SchemaViolation> broken = schema.get().validate(value, budget);
        boolean alsoText = !broken.isEmpty()
                && value.isValueNode()
                && !value.isString()
                && expected.allows(ExpectedType.Type.STRING);
        if (alsoText
                && schema.get()
                        .validate(StringNode.valueOf(value.asString()), budget)
                        .isEmpty()) {
            return;
        }
        for (SchemaViolation one : broken) {
            violations.add(violation(one.instancePointer(), one.message(), one.schemaPointer()));
        }
    }

    private static boolean isEmpty(JsonNode value) {
        JsonNode only = value.isArray() && value.size() == 1 ? value.get(0) : value;
        return only.isString() && only.stringValue().isEmpty();
    }

    Violation violation(String pointer, String message, String schemaPointer) {
        return new Violation(in(), parameter.name(), pointer, message, schemaPointer);
    }

    private Violation.In in() {
        return Violation.In.valueOf(parameter.in().name());
    }
}
