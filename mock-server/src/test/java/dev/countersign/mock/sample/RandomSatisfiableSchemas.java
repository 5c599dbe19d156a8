package dev.countersign.mock.sample;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random schemas, each of which some value fits, as its parts are put together so that they cannot contradict. */
public final class RandomSatisfiableSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES =
            List.of("id", "name", "email", "tags", "price", "createdAt", "items", "a/b", "x~y", "parent");
    private static final List<String> FORMATS = List.of(
            "date",
            "date-time",
            "time",
            "email",
            "uuid",
            "uri",
            "hostname",
            "ipv4",
            "ipv6",
            "byte",
            "binary",
            "password",
            "duration",
            "json-pointer",
            "regex",
            "uri-reference",
            "unknown-format");
    private static final List<String> PATTERNS = List.of(
            "^[A-Z]{3}-\\d{4}$",
            "^\\+?[1-9]\\d{1,14}$",
            "[a-f0-9]{8}",
            "^(foo|bar)(-baz)*$",
            "^[^\\s@]+@[^\\s@]+$",
            "^(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d]{8,}$",
            "^\\p{L}+$",
            "^(?!admin).*$",
            "^#(?:[0-9a-fA-F]{3}){1,2}$",
            "^([a-z])\\1$",
            "^.{5,7}$",
            "^v\\d+\\.\\d+$",
            "^\\S+ \\S+$",
            "^\\/[\\w-]+(\\/[\\w-]+)*$",
            "^$|^x+$");

    private final Random random;

    public RandomSatisfiableSchemas(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Schemas named {@code Subject}, {@code A} and {@code B}, which refer to each other, and {@code Cat} and {@code Dog},
     * which only a discriminator tells apart.
     */
    public ObjectNode schemas() {
        ObjectNode schemas = JSON.createObjectNode();
        for (String name : List.of("Subject", "A", "B")) {
            schemas.set(name, schema(3));
        }
        for (String name : List.of("Cat", "Dog")) {
            ObjectNode pet = object(2);
            pet.remove("maxProperties");
            pet.withObject("/properties").putObject("pet").put("type", "string");
            pet.withArray("/required").add("pet");
            schemas.set(name, pet);
        }
        return schemas;
    }

    private ObjectNode schema(int depth) {
        ObjectNode schema =
                switch (random.nextInt(depth > 0 ? 18 : 5)) {
                    case 0 -> number("integer");
                    case 1 -> number("number");
                    case 2, 3 -> string();
                    case 4 -> plain();
                    case 5, 6 -> array(depth - 1);
                    case 7 -> tagged(depth - 1);
                    case 8 -> merged(depth - 1);
                    case 9 -> map(depth - 1);
                    case 10 -> conditional(depth - 1);
                    case 11 -> alternatives(depth - 1);
                    case 12 -> excluding(depth - 1);
                    case 13 -> tuple(depth - 1);
                    default -> object(depth - 1);
                };
        if (random.nextInt(10) == 0) {
            schema.put("nullable", true);
        }
        return schema;
    }

    private ObjectNode plain() {
        ObjectNode schema = JSON.createObjectNode();
        switch (random.nextInt(4)) {
            case 0 -> schema.put("type", "boolean");
            case 1 -> schema.putArray("enum").add("a").add(2).addNull();
            case 2 -> schema.put("const", "fixed");
            default -> {}
        }
        return schema;
    }

    private ObjectNode number(String type) {
        ObjectNode schema = JSON.createObjectNode().put("type", type);
        int least = random.nextInt(200) - 100;
        if (random.nextBoolean()) {
            schema.put(random.nextBoolean() ? "minimum" : "exclusiveMinimum", least);
        }
        if (random.nextBoolean()) {
            schema.put(random.nextBoolean() ? "maximum" : "exclusiveMaximum", least + 20 + random.nextInt(100));
        }
        if (random.nextInt(3) == 0) {
            schema.put("multipleOf", List.of(3.0, 0.5, 0.01, 7.0).get(random.nextInt(4)));
        }
        if (random.nextInt(4) == 0) {
            schema.put("format", type.equals("integer") ? "int32" : "double");
        }
        if (random.nextInt(6) == 0) {
            schema.put("example", random.nextInt(1000));
        }
        return schema;
    }

    private ObjectNode string() {
        ObjectNode schema = JSON.createObjectNode().put("type", "string");
        switch (random.nextInt(5)) {
            case 0 -> schema.put("format", FORMATS.get(random.nextInt(FORMATS.size())));
            case 1 -> schema.put("pattern", PATTERNS.get(random.nextInt(PATTERNS.size())));
            case 2 -> schema.put("minLength", random.nextInt(40));
            case 3 -> schema.put("maxLength", random.nextInt(10));
            default -> schema.put("default", "no");
        }
        return schema;
    }

    private ObjectNode array(int depth) {
        ObjectNode schema = JSON.createObjectNode().put("type", "array");
        boolean unique = random.nextInt(4) == 0;
        if (unique) {
            schema.put("uniqueItems", true);
            schema.set("items", JSON.createObjectNode().put("type", "integer").put("minimum", 0));
        } else {
            schema.set("items", reference(depth));
        }
        if (random.nextInt(3) == 0) {
            int least = random.nextInt(4);
            schema.put("minItems", unique || depth > 1 ? least : Math.min(1, least));
            schema.put("maxItems", least + random.nextInt(3));
        }
        if (!unique && random.nextInt(5) == 0) {
            schema.remove("items");
            schema.set("contains", schema(0));
            schema.remove("maxItems");
        }
        if (random.nextInt(6) == 0 && !unique) {
            schema.putArray("prefixItems").add(schema(0)).add(schema(0));
        }
        return schema;
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (int count = random.nextInt(5); count > 0; count--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            ObjectNode property = reference(depth);
            properties.set(name, property);
            // What refers may be recursive, and must then be optional for any value to fit.
            if (random.nextBoolean() && !refers(property)) {
                required.add(name);
                if (random.nextInt(5) == 0) {
                    property.put(random.nextBoolean() ? "readOnly" : "writeOnly", true);
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (random.nextInt(3) == 0) {
            schema.put("additionalProperties", false);
        }
        if (random.nextInt(5) == 0) {
            schema.put("maxProperties", required.size() + random.nextInt(2));
        }
        return schema;
    }

    private ObjectNode map(int depth) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        schema.set("additionalProperties", reference(depth));
        if (random.nextBoolean()) {
            schema.set("propertyNames", JSON.createObjectNode().put("pattern", "^[a-z]{2,9}$"));
        }
        if (random.nextInt(4) == 0) {
            schema.set("patternProperties", JSON.createObjectNode().set("^x-", schema(0)));
            schema.put("additionalProperties", false);
            schema.remove("propertyNames");
        }
        if (random.nextInt(3) == 0 && !refers(schema)) {
            schema.put("minProperties", 2);
        }
        return schema;
    }

    /** Alternatives that tell themselves apart. */
    private ObjectNode tagged(int depth) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode alternatives = schema.putArray(random.nextBoolean() ? "oneOf" : "anyOf");
        for (String kind : List.of("cat", "dog", "bird").subList(0, 1 + random.nextInt(3))) {
            ObjectNode alternative = object(depth);
            alternative.remove("maxProperties");
            alternative.withObject("/properties").putObject("kind").put("const", kind);
            alternative.withArray("/required").add("kind");
            alternatives.add(alternative);
        }
        return schema;
    }

    private ObjectNode merged(int depth) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode parts = schema.putArray("allOf");
        for (String name : List.of("left", "right")) {
            ObjectNode part = JSON.createObjectNode();
            part.putObject("properties").set(name, schema(depth));
            if (!refers(part)) {
                part.putArray("required").add(name);
            }
            parts.add(part);
        }
        if (random.nextBoolean()) {
            schema.put("unevaluatedProperties", false);
        }
        if (random.nextBoolean()) {
            schema.set(
                    "not",
                    JSON.createObjectNode()
                            .set("required", JSON.createArrayNode().add("forbidden")));
        }
        return schema;
    }

    private ObjectNode conditional(int depth) {
        ObjectNode schema = object(depth);
        schema.remove("maxProperties");
        schema.remove("additionalProperties");
        schema.withObject("/properties")
                .putObject("mode")
                .putArray("enum")
                .add("fast")
                .add("slow");
        ObjectNode isFast = schema.putObject("if");
        isFast.putArray("required").add("mode");
        isFast.putObject("properties").putObject("mode").put("const", "fast");
        schema.putObject("then").putArray("required").add("limit");
        schema.putObject("else").putArray("required").add("mode");
        schema.putObject("dependentRequired").putArray("limit").add("unit");
        return schema;
    }

    /** Alternatives that overlap, each in another way. */
    private ObjectNode alternatives(int depth) {
        ObjectNode schema = JSON.createObjectNode();
        switch (random.nextInt(5)) {
            case 0 -> {
                ArrayNode oneOf = schema.putArray("oneOf");
                oneOf.addObject().put("$ref", "#/components/schemas/Cat");
                oneOf.addObject().put("$ref", "#/components/schemas/Dog");
                ObjectNode discriminator = schema.putObject("discriminator").put("propertyName", "pet");
                if (random.nextBoolean()) {
                    discriminator.putObject("mapping").put("felix", "#/components/schemas/Cat");
                }
            }
            case 1 -> {
                schema = object(depth);
                schema.remove(List.of("maxProperties", "additionalProperties"));
                ArrayNode oneOf = schema.putArray("oneOf");
                for (String key : List.of("byCode", "byName", "byKey").subList(0, 2 + random.nextInt(2))) {
                    schema.withObject("/properties").set(key, schema(0));
                    oneOf.addObject().putArray("required").add(key);
                }
            }
            case 2 -> {
                ArrayNode oneOf = schema.putArray("oneOf");
                for (String state : List.of("open", "closed")) {
                    ObjectNode inner = JSON.createObjectNode().put("type", "object");
                    inner.putObject("properties")
                            .putObject("state")
                            .putArray("enum")
                            .add("both")
                            .add(state);
                    ObjectNode outer = oneOf.addObject().put("type", "object");
                    outer.putObject("properties").set("inner", random.nextBoolean() ? inner : listOf(inner));
                }
            }
            case 3 -> {
                ArrayNode anyOf = schema.putArray("anyOf");
                anyOf.add(schema(depth)).add(schema(depth)).add(schema(0));
            }
            default -> {
                ArrayNode oneOf = schema.putArray("oneOf");
                oneOf.addObject().put("type", "integer").put("minimum", -20);
                oneOf.addObject().put("type", "number").put("maximum", 20 + random.nextInt(20));
            }
        }
        return schema;
    }

    /** What is not allowed is what comes to mind first. */
    private ObjectNode excluding(int depth) {
        ObjectNode schema;
        ObjectNode not = JSON.createObjectNode();
        switch (random.nextInt(3)) {
            case 0 -> {
                schema = JSON.createObjectNode().put("type", "string");
                not.putArray("enum").add("string").add("");
            }
            case 1 -> {
                schema = JSON.createObjectNode().put("type", "integer");
                not.put("minimum", random.nextInt(50));
            }
            default -> {
                schema = object(depth);
                schema.remove("maxProperties");
                schema.withObject("/properties").set("first", schema(0));
                schema.withObject("/properties").set("second", schema(0));
                not.putArray("required").add("first").add("second");
                schema.putObject("dependentSchemas")
                        .putObject("first")
                        .putObject("properties")
                        .putObject("extra")
                        .put("type", "integer");
            }
        }
        return schema.set("not", not);
    }

    private ObjectNode tuple(int depth) {
        ObjectNode schema = JSON.createObjectNode().put("type", "array");
        ArrayNode prefix = schema.putArray("prefixItems").add(schema(depth)).add(schema(0));
        switch (random.nextInt(3)) {
            case 0 -> schema.put("unevaluatedItems", false).put("minItems", refers(schema) ? 0 : 2);
            case 1 -> {
                schema.remove("prefixItems");
                schema.set("items", JSON.createObjectNode().put("type", "integer"));
                schema.putObject("contains").put("const", 7);
                schema.put("minContains", 2).put("maxContains", 3).put("minItems", 4);
            }
            default -> {
                schema.set("items", prefix.get(1));
                schema.put("maxItems", 4);
            }
        }
        return schema;
    }

    private static ObjectNode listOf(ObjectNode item) {
        ObjectNode list = JSON.createObjectNode().put("type", "array").put("minItems", 1);
        return list.set("items", item);
    }

    private ObjectNode reference(int depth) {
        return random.nextInt(4) == 0
                ? JSON.createObjectNode().put("$ref", "#/components/schemas/" + (random.nextBoolean() ? "A" : "B"))
                : schema(depth);
    }

    private static boolean refers(ObjectNode schema) {
        return schema.toString().contains("$ref");
    }
}
