package dev.countersign.mock.hostile;

import dev.countersign.openapi.contract.SchemaNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes values that break exactly one keyword of a schema out of one that fits. What a keyword means is written down here
 * once more, from the standard, so that the server is not judged by its own understanding. Below alternatives and
 * conditions, where another branch may take a fault, nothing is made.
 */
final class Faults {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> BRANCHES = List.of("oneOf", "anyOf", "not", "if");
    private static final List<String> CHECKED_FORMATS = List.of("date", "date-time", "uuid", "ipv4", "email", "uri");
    private static final int LONGEST = 2_000;
    private static final int MOST_ITEMS = 200;
    private static final int DEEPEST = 12;

    private final boolean textual;
    private final List<Fault> faults = new ArrayList<>();

    private Faults(boolean textual) {
        this.textual = textual;
    }

    /**
     * Every single fault of a value.
     *
     * @param textual whether the value travels as text, where a number in a text's place is no fault
     */
    static List<Fault> of(SchemaNode schema, JsonNode valid, boolean textual) {
        Faults all = new Faults(textual);
        all.add(schema, valid, Optional.empty(), 0);
        return all.faults;
    }

    /** Where a value stands: a copy of the whole can be made with another value in its place. */
    private record Spot(JsonNode root, String pointer, String name) {
        JsonNode with(JsonNode value) {
            ObjectNode holder = NODES.objectNode();
            holder.set("root", root.deepCopy());
            String full = "/root" + pointer;
            int slash = full.lastIndexOf('/');
            JsonNode owner = holder.at(full.substring(0, slash));
            String token = full.substring(slash + 1).replace("~1", "/").replace("~0", "~");
            if (owner instanceof ArrayNode array) {
                array.set(Integer.parseInt(token), value);
            } else {
                ((ObjectNode) owner).set(token, value);
            }
            return holder.path("root");
        }

        Spot item() {
            return new Spot(root, pointer + "/0", "/0");
        }

        Spot child(String token) {
            return new Spot(root, pointer + "/" + token.replace("~", "~0").replace("/", "~1"), token);
        }
    }

    private void add(SchemaNode schema, JsonNode valid, Optional<Spot> at, int depth) {
        Spot spot = at.orElseGet(() -> new Spot(valid, "", ""));
        List<SchemaNode> applied = schema.applied();
        boolean branches = applied.stream().anyMatch(one -> BRANCHES.stream().anyMatch(one.node()::has));
        if (branches || depth > DEEPEST || valid.isNull()) {
            return;
        }
        for (SchemaNode one : applied) {
            ofScalar(one.node(), valid, spot);
            if (valid.isArray()) {
                ofArray(one.node(), (ArrayNode) valid, spot);
            } else if (valid.isObject()) {
                ofObject(one.node(), (ObjectNode) valid, spot);
            }
        }
        if (valid.isObject()) {
            for (Map.Entry<String, SchemaNode> property : schema.properties().entrySet()) {
                JsonNode value = valid.path(property.getKey());
                if (!value.isMissingNode()) {
                    add(property.getValue(), value, Optional.of(spot.child(property.getKey())), depth + 1);
                }
            }
        } else if (valid.isArray() && !valid.isEmpty() && schema.items(0).exists()) {
            add(schema.items(0), valid.path(0), Optional.of(spot.item()), depth + 1);
        }
    }

    private void put(String kind, Spot spot, JsonNode value) {
        faults.add(new Fault(kind, spot.name(), spot.with(value)));
    }

    private void ofScalar(JsonNode schema, JsonNode valid, Spot spot) {
        type(schema, spot);
        if (schema.has("enum") || schema.has("const")) {
            boolean list = schema.path("type").asString("").equals("array");
            boolean number = valid.isNumber();
            if (!list && (!textual || valid.isValueNode())) {
                put("enum", spot, number ? NODES.numberNode(987_654_321) : NODES.stringNode("zz-unlisted"));
            }
        }
        if (valid.isNumber()) {
            number(schema, valid.decimalValue(), spot);
        } else if (valid.isString()) {
            text(schema, spot);
        }
    }

    private void type(JsonNode schema, Spot spot) {
        List<String> types = schema.path("type").isArray()
                ? schema.path("type").valueStream().map(JsonNode::asString).toList()
                : Stream.of(schema.path("type").asString(""))
                        .filter(name -> !name.isEmpty())
                        .toList();
        boolean named = !types.isEmpty() && !types.contains("string");
        boolean container = types.contains("object") || types.contains("array");
        if (named && !(textual && container)) {
            put("type", spot, NODES.stringNode("zz"));
        } else if (!types.isEmpty() && !textual && !container && !types.contains("boolean")) {
            put("type", spot, NODES.booleanNode(true));
        }
        boolean nullable = types.contains("null") || schema.path("nullable").asBoolean(false);
        if (!types.isEmpty() && !nullable && !textual) {
            put("null", spot, NODES.nullNode());
        }
        if (!types.isEmpty() && !container && !textual) {
            put("type", spot, NODES.objectNode().put("zz", 1));
        }
    }

    private void number(JsonNode schema, BigDecimal valid, Spot spot) {
        limit(schema, "minimum", "exclusiveMinimum", BigDecimal.ONE.negate(), spot);
        limit(schema, "maximum", "exclusiveMaximum", BigDecimal.ONE, spot);
        BigDecimal step =
                schema.path("multipleOf").isNumber() ? schema.path("multipleOf").decimalValue() : BigDecimal.ZERO;
        if (step.signum() > 0) {
            put("multipleOf", spot, NODES.numberNode(valid.add(step.divide(BigDecimal.valueOf(2)))));
        }
    }

    private void limit(JsonNode schema, String keyword, String exclusive, BigDecimal beyond, Spot spot) {
        if (schema.path(keyword).isNumber()) {
            put(
                    keyword,
                    spot,
                    NODES.numberNode(schema.path(keyword).decimalValue().add(beyond)));
        }
        if (schema.path(exclusive).isNumber()) {
            put(exclusive, spot, schema.path(exclusive));
        }
    }

    private void text(JsonNode schema, Spot spot) {
        int least = schema.path("minLength").asInt(0);
        if (least > 1) {
            put("minLength", spot, NODES.stringNode("z".repeat(least - 1)));
        }
        if (schema.path("maxLength").isNumber() && schema.path("maxLength").asInt() < LONGEST) {
            put(
                    "maxLength",
                    spot,
                    NODES.stringNode("z".repeat(schema.path("maxLength").asInt() + 1)));
        }
        if (CHECKED_FORMATS.contains(schema.path("format").asString(""))) {
            put("format", spot, NODES.stringNode("%no such thing%"));
        }
        String pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty()) {
            Stream.of("~", "zz zz", "\u00e9-9", "0")
                    .filter(text -> isSurelyNo(pattern, text))
                    .findFirst()
                    .ifPresent(text -> put("pattern", spot, NODES.stringNode(text)));
        }
    }

    private static boolean isSurelyNo(String pattern, String text) {
        try {
            return !Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException otherDialect) {
            return false;
        }
    }

    private void ofArray(JsonNode schema, ArrayNode valid, Spot spot) {
        int least = schema.path("minItems").asInt(0);
        // An empty list cannot be told from none where values travel as text.
        if (least > (textual ? 1 : 0)) {
            ArrayNode fewer = NODES.arrayNode();
            valid.valueStream().limit(least - 1).forEach(fewer::add);
            put("minItems", spot, fewer);
        }
        int most = schema.path("maxItems").isNumber() ? schema.path("maxItems").asInt() : MOST_ITEMS;
        if (most < MOST_ITEMS && !valid.isEmpty()) {
            ArrayNode more = valid.deepCopy();
            while (more.size() <= most) {
                more.add(valid.path(0));
            }
            put("maxItems", spot, more);
        }
        if (schema.path("uniqueItems").asBoolean(false) && !valid.isEmpty()) {
            put("uniqueItems", spot, valid.deepCopy().add(valid.path(0)));
        }
    }

    private void ofObject(JsonNode schema, ObjectNode valid, Spot spot) {
        for (JsonNode required : schema.path("required")) {
            if (valid.has(required.asString())) {
                ObjectNode without = valid.deepCopy();
                without.remove(required.asString());
                faults.add(new Fault("required", required.asString(), spot.with(without)));
            }
        }
        JsonNode additional = schema.path("additionalProperties");
        boolean closed = additional.isBoolean() && !additional.booleanValue() && !schema.has("patternProperties");
        if (closed || isFalse(schema.path("unevaluatedProperties"))) {
            faults.add(new Fault(
                    "additionalProperties",
                    "zzUnknown",
                    spot.with(valid.deepCopy().put("zzUnknown", "x"))));
        }
    }

    private static boolean isFalse(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }
}
