package dev.countersign.openapi.schema;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random schemas and values from small pools, so that values often fit and often only just do not. */
final class RandomSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES = List.of("a", "b", "c", "ab", "x-1");
    private static final List<String> TEXTS =
            List.of("", "a", "abc", "b2", "2024-02-29", "a@b.com", "10.0.0.1", "ünï𝄞", "/a/b");
    private static final List<String> PATTERNS = List.of("^a", "b", "^[a-c]+$", "\\d", "^.{2,3}$", "^x-");
    private static final List<String> TYPES =
            List.of("null", "boolean", "integer", "number", "string", "array", "object");
    private static final List<String> FORMATS = List.of("date", "email", "ipv4", "uuid", "json-pointer");

    private final Random random;

    RandomSchemas(long seed) {
        this.random = new Random(seed);
    }

    /** A schema with two definitions that its references lead to. */
    ObjectNode document() {
        ObjectNode schema = object(3);
        ObjectNode definitions = schema.putObject("$defs");
        definitions.set("A", object(2));
        definitions.set("B", object(2));
        return schema;
    }

    JsonNode value(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        if (kind < 6) {
            return switch (kind) {
                case 0 -> JSON.nullNode();
                case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
                case 2 -> JSON.getNodeFactory().numberNode(random.nextInt(5) - 1);
                case 3 -> JSON.getNodeFactory().numberNode(random.nextInt(8) / 2.0);
                default -> JSON.getNodeFactory().stringNode(one(TEXTS));
            };
        }
        if (kind == 6) {
            ArrayNode array = JSON.createArrayNode();
            for (int count = random.nextInt(4); count > 0; count--) {
                array.add(value(depth - 1));
            }
            return array;
        }
        ObjectNode object = JSON.createObjectNode();
        for (int count = random.nextInt(4); count > 0; count--) {
            object.set(one(NAMES), value(depth - 1));
        }
        return object;
    }

    private JsonNode schema(int depth) {
        if (random.nextInt(12) == 0) {
            return JSON.getNodeFactory().booleanNode(random.nextInt(3) > 0);
        }
        return object(depth);
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = JSON.createObjectNode();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            if (depth > 0 && random.nextInt(3) > 0) {
                applicator(schema, depth - 1);
            } else {
                assertion(schema);
            }
        }
        return schema;
    }

    private void assertion(ObjectNode schema) {
        switch (random.nextInt(17)) {
            case 0, 1, 2 -> schema.put("type", one(TYPES));
            case 3 -> schema.putArray("type").add(one(TYPES));
            case 4 -> schema.set("enum", list(() -> value(1)));
            case 5 -> schema.set("const", value(1));
            case 6 -> schema.put("minimum", random.nextInt(3));
            case 7 -> schema.put("exclusiveMaximum", random.nextInt(6) / 2.0);
            case 8 -> schema.put("multipleOf", List.of(0.5, 1.0, 2.0).get(random.nextInt(3)));
            case 9 -> schema.put("minLength", random.nextInt(4));
            case 10 -> schema.put("maxLength", random.nextInt(5));
            case 11 -> schema.put("pattern", one(PATTERNS));
            case 12 -> schema.put("format", one(FORMATS));
            case 13 -> schema.put("uniqueItems", random.nextBoolean());
            case 14 -> schema.put(random.nextBoolean() ? "minItems" : "minProperties", random.nextInt(3));
            case 15 -> schema.put(random.nextBoolean() ? "maxItems" : "maxProperties", 1 + random.nextInt(3));
            default -> schema.putArray("required").add(one(NAMES)).add(one(NAMES));
        }
    }

    private void applicator(ObjectNode schema, int depth) {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> schema.set("properties", named(NAMES, depth));
            case 3 -> schema.set("patternProperties", named(PATTERNS, depth));
            case 4 -> schema.set("additionalProperties", schema(depth));
            case 5 -> schema.set("propertyNames", schema(depth));
            case 6 -> schema.set("items", schema(depth));
            case 7 -> schema.set("prefixItems", list(() -> schema(depth)));
            case 8 -> {
                schema.set("contains", schema(depth));
                schema.put(random.nextBoolean() ? "minContains" : "maxContains", random.nextInt(3));
            }
            case 9, 10 -> schema.set("allOf", list(() -> schema(depth)));
            case 11 -> schema.set("anyOf", list(() -> schema(depth)));
            case 12 -> schema.set("oneOf", list(() -> schema(depth)));
            case 13 -> schema.set("not", schema(depth));
            case 14 -> {
                schema.set("if", schema(depth));
                schema.set("then", schema(depth));
                schema.set("else", schema(depth));
            }
            case 15 -> schema.set("dependentSchemas", named(NAMES, depth));
            case 16 ->
                schema.putObject("dependentRequired").putArray(one(NAMES)).add(one(NAMES));
            case 17 -> schema.set("unevaluatedProperties", schema(depth));
            case 18 -> schema.set("unevaluatedItems", schema(depth));
            // References stand below a property, so that none applies a schema to its own value again.
            default ->
                schema.putObject("properties")
                        .putObject(one(NAMES))
                        .put("$ref", random.nextBoolean() ? "#/$defs/A" : "#/$defs/B");
        }
    }

    private ObjectNode named(List<String> names, int depth) {
        ObjectNode schemas = JSON.createObjectNode();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            schemas.set(one(names), schema(depth));
        }
        return schemas;
    }

    private ArrayNode list(java.util.function.Supplier<JsonNode> element) {
        ArrayNode list = JSON.createArrayNode();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            list.add(element.get());
        }
        return list;
    }

    private String one(List<String> pool) {
        return pool.get(random.nextInt(pool.size()));
    }
}
