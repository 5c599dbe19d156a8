package dev.countersign.openapi.codegen;

import dev.countersign.openapi.codegen.JavaType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Java types of strings, numbers and booleans, chosen so that no documented value loses anything. */
final class ScalarTypes {
    private static final List<String> SAMPLES = List.of("example", "default", "const", "minimum", "maximum");

    static final JavaType OCTETS = JavaType.reference(Kind.STRING, "Binary");

    private ScalarTypes() {}

    static JavaType string(Shape shape) {
        return switch (shape.text("format")) {
            case "date-time" -> JavaType.reference(Kind.STRING, "OffsetDateTime");
            case "date" -> JavaType.reference(Kind.STRING, "LocalDate");
            case "uuid" -> JavaType.reference(Kind.STRING, "UUID");
            case "uri" -> JavaType.reference(Kind.STRING, "URI");
            case "binary" -> OCTETS;
            case "byte" -> JavaType.reference(Kind.BINARY, "byte[]");
            default ->
                shape.text("contentEncoding").equalsIgnoreCase("base64")
                        ? JavaType.reference(Kind.BINARY, "byte[]")
                        : Octets.areSaidBy(shape) ? OCTETS : JavaType.STRING;
        };
    }

    /** {@code int} only where the document says so: an unnamed format may well hold milliseconds. */
    static JavaType integer(Shape shape) {
        boolean fitsLong = !shape.text("format").equals("uint64");
        boolean fitsInt = shape.text("format").equals("int32");
        for (JsonNode sample : samples(shape)) {
            BigDecimal value = sample.decimalValue();
            fitsInt &= inRange(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            fitsLong &= inRange(value, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (!fitsLong) {
            return JavaType.reference(Kind.INTEGER, "BigInteger");
        }
        return fitsInt
                ? JavaType.primitive(Kind.INTEGER, "int", "Integer")
                : JavaType.primitive(Kind.INTEGER, "long", "Long");
    }

    static JavaType number(Shape shape) {
        return switch (shape.text("format")) {
            case "double", "float" -> JavaType.primitive(Kind.NUMBER, "double", "Double");
            default -> JavaType.reference(Kind.NUMBER, "BigDecimal");
        };
    }

    static JavaType bool() {
        return JavaType.primitive(Kind.BOOLEAN, "boolean", "Boolean");
    }

    private static List<JsonNode> samples(Shape shape) {
        List<JsonNode> samples = new ArrayList<>();
        SAMPLES.forEach(keyword -> samples.add(shape.keyword(keyword)));
        shape.keyword("examples").forEach(samples::add);
        shape.keyword("enum").forEach(samples::add);
        return samples.stream().filter(JsonNode::isNumber).toList();
    }

    private static boolean inRange(BigDecimal value, long least, long most) {
        return value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
