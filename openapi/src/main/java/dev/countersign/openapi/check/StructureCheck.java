package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.Grammar;
import dev.countersign.openapi.contract.Grammar.Field;
import dev.countersign.openapi.contract.Grammar.Occurs;
import dev.countersign.openapi.contract.Kind;
import dev.countersign.openapi.document.Report;
import dev.countersign.openapi.json.Pointer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds every object of a bundled document against the {@link Grammar}: fields there, known, and of the right type. */
final class StructureCheck {
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "array", "object", "null");
    private static final Pattern STATUS = Pattern.compile("[1-5]([0-9][0-9]|[xX][xX])|default");

    private final ObjectNode document;
    private final Report report;
    private final ValueCheck values;

    StructureCheck(ObjectNode document, Report report) {
        this.document = document;
        this.report = report;
        this.values = new ValueCheck(document, report);
    }

    void check() {
        check(document, Kind.DOCUMENT, "");
        if (!document.has("paths") && !document.has("webhooks") && !document.has("components")) {
            report.error("", "The document describes nothing.", "Add \"paths\".");
        }
    }

    private void check(JsonNode node, Kind kind, String pointer) {
        if (kind == Kind.SCHEMA && node.isBoolean()) {
            return;
        }
        if (!(node instanceof ObjectNode object)) {
            report.error(pointer, "This must be " + kind.withArticle() + ", an object, not " + type(node) + ".", "");
            return;
        }
        if (Pointer.reference(object) != null && kind != Kind.SCHEMA) {
            return;
        }
        for (Map.Entry<String, Field> field : Grammar.fields(kind).entrySet()) {
            if (isRequired(kind, field) && !object.has(field.getKey())) {
                report.error(pointer, "The " + kind.title() + " has no \"" + field.getKey() + "\".", "Add it.");
            }
        }
        for (var entry : object.properties()) {
            checkField(entry.getKey(), entry.getValue(), kind, Pointer.child(pointer, entry.getKey()));
        }
        if (kind == Kind.SCHEMA) {
            checkSchema(object, pointer);
        }
        values.check(object, kind, pointer);
    }

    /** Since OAS 3.2 (section 4.17) a response needs no description. */
    private boolean isRequired(Kind kind, Map.Entry<String, Field> field) {
        boolean mayLack = kind == Kind.RESPONSE
                && field.getKey().equals("description")
                && document.path("openapi").asString("").startsWith("3.2");
        return field.getValue().required() && !mayLack;
    }

    private void checkField(String name, JsonNode value, Kind kind, String pointer) {
        Optional<Field> known = Grammar.field(kind, name);
        if (known.isEmpty()) {
            if (!name.startsWith("x-") && !name.equals("$ref")) {
                report.warning(
                        pointer,
                        "\"" + name + "\" is not a field of " + kind.withArticle() + " and is ignored.",
                        ValueCheck.fixForUnknown(name, kind));
            }
            return;
        }
        if (kind == Kind.RESPONSES && !STATUS.matcher(name).matches()) {
            report.error(pointer, "\"" + name + "\" is not a status.", "Use a code, a range such as 4XX, or default.");
        }
        if (kind == Kind.PATHS && !name.startsWith("/")) {
            report.error(pointer, "The path \"" + name + "\" does not start with a slash.", "Write \"/" + name + "\".");
        }
        checkValue(value, known.get(), name, pointer);
    }

    private void checkValue(JsonNode value, Field field, String name, String pointer) {
        if (field.occurs() == Occurs.ONE) {
            checkOne(value, field, name, pointer);
        } else if (field.occurs() == Occurs.LIST) {
            if (!value.isArray()) {
                report.error(pointer, "\"" + name + "\" must be an array, not " + type(value) + ".", "");
            }
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                checkOne(value.get(i), field, name, Pointer.child(pointer, i));
            }
        } else if (!value.isObject()) {
            report.error(pointer, "\"" + name + "\" must be an object, not " + type(value) + ".", "");
        } else {
            for (var entry : value.properties()) {
                checkOne(entry.getValue(), field, entry.getKey(), Pointer.child(pointer, entry.getKey()));
            }
        }
    }

    private void checkOne(JsonNode value, Field field, String name, String pointer) {
        if (field.kind() != Kind.DATA) {
            check(value, field.kind(), pointer);
        } else if (!fits(value, field.type())) {
            report.error(pointer, "\"" + name + "\" must be a " + field.type() + ", not " + type(value) + ".", "");
        }
    }

    private void checkSchema(ObjectNode schema, String pointer) {
        JsonNode type = schema.get("type");
        if (type != null) {
            for (JsonNode each : type.isArray() ? type : document.arrayNode().add(type)) {
                if (!TYPES.contains(each.asString(""))) {
                    report.error(
                            Pointer.child(pointer, "type"),
                            "\"" + each.asString("") + "\" is not a type.",
                            "Use one of string, number, integer, boolean, array, object.");
                }
            }
        }
        expect(schema, "required", pointer, node -> node.isArray(), "an array of property names");
        expect(schema, "enum", pointer, node -> node.isArray(), "an array");
        expect(schema, "pattern", pointer, JsonNode::isString, "a string");
        for (String bound : Set.of("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")) {
            expect(schema, bound, pointer, JsonNode::isNumber, "a number");
        }
    }

    private void expect(
            ObjectNode schema,
            String keyword,
            String pointer,
            java.util.function.Predicate<JsonNode> right,
            String expected) {
        JsonNode value = schema.get(keyword);
        if (value != null && !right.test(value)) {
            report.error(
                    Pointer.child(pointer, keyword),
                    "\"" + keyword + "\" must be " + expected + ", not " + type(value) + ".",
                    "");
        }
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            default -> true;
        };
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }
}
