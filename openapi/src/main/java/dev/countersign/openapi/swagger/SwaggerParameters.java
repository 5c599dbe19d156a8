package dev.countersign.openapi.swagger;

import dev.countersign.openapi.contract.DocumentNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the parameters of a Swagger 2.0 operation into OpenAPI 3.0 parameters and a request body. */
final class SwaggerParameters {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final Set<String> KEPT = Set.of("name", "in", "description", "required", "allowEmptyValue");
    /** What a 2.0 parameter says about its value itself and a 3.0 parameter says in a schema. */
    private static final Set<String> OF_SCHEMA = Set.of(
            "type",
            "format",
            "items",
            "default",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "enum",
            "multipleOf");

    private final List<String> consumes;

    SwaggerParameters(List<String> consumes) {
        this.consumes = consumes;
    }

    void convert(List<DocumentNode> shared, List<DocumentNode> own, ObjectNode operation) {
        Map<String, ObjectNode> merged = new LinkedHashMap<>();
        for (List<DocumentNode> list : List.of(shared, own)) {
            for (DocumentNode part : list) {
                if (part.node() instanceof ObjectNode parameter) {
                    merged.put(part.text("in") + ' ' + part.text("name"), parameter);
                }
            }
        }
        ArrayNode parameters = operation.arrayNode();
        Map<String, ObjectNode> fields = new LinkedHashMap<>();
        for (ObjectNode parameter : merged.values()) {
            switch (parameter.path("in").asString("")) {
                case "body" -> operation.set("requestBody", body(parameter));
                case "formData" -> fields.put(parameter.path("name").asString(""), parameter);
                default -> parameters.add(parameter(parameter));
            }
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        if (!fields.isEmpty()) {
            operation.set("requestBody", form(fields, operation));
        }
    }

    private static ObjectNode parameter(ObjectNode from) {
        ObjectNode to = from.objectNode();
        SwaggerConversion.copyFields(from, to, KEPT);
        to.set("schema", schema(from));
        if (from.has("x-example")) {
            to.set("example", from.get("x-example"));
        }
        boolean query = from.path("in").asString("").equals("query");
        if (from.path("type").asString("").equals("array")) {
            style(from, to, query ? "form" : "simple");
        }
        return to;
    }

    /**
     * How the items of an array are written. Where no style of OpenAPI 3 says so (tabs, and anything but commas in a path or
     * header), the collection format is kept.
     *
     * @param usual the style of those that commas separate
     */
    private static void style(ObjectNode from, ObjectNode to, String usual) {
        String format = from.path("collectionFormat").asString("csv");
        boolean pairs = usual.equals("form");
        switch (format) {
            case "multi" -> to.put("style", "form").put("explode", true);
            case "ssv" -> to.put("style", pairs ? "spaceDelimited" : usual).put("explode", false);
            case "pipes" -> to.put("style", pairs ? "pipeDelimited" : usual).put("explode", false);
            default -> to.put("style", usual).put("explode", false);
        }
        if (format.equals("tsv") || !pairs && Set.of("ssv", "pipes").contains(format)) {
            to.put("x-collectionFormat", format);
        }
    }

    /** The schema of a parameter, header or form field, whose keywords stand beside its name in Swagger 2.0. */
    static ObjectNode schema(ObjectNode from) {
        ObjectNode schema = from.objectNode();
        SwaggerConversion.copyFields(from, schema, OF_SCHEMA);
        schema.remove("x-example");
        return schema;
    }

    private ObjectNode body(ObjectNode from) {
        ObjectNode to = from.objectNode();
        SwaggerConversion.copyFields(from, to, Set.of("description", "required"));
        ObjectNode content = to.putObject("content");
        for (String mediaType : consumes) {
            ObjectNode described = content.putObject(mediaType);
            if (from.has("schema")) {
                described.set("schema", from.get("schema").deepCopy());
            }
            if (from.path("x-examples").has(mediaType)) {
                described.set("example", from.get("x-examples").get(mediaType));
            } else if (from.has("x-example")) {
                described.set("example", from.get("x-example"));
            }
        }
        return to;
    }

    private ObjectNode form(Map<String, ObjectNode> fields, ObjectNode operation) {
        boolean file = fields.values().stream()
                .anyMatch(field -> field.path("type").asString("").equals("file"));
        ObjectNode body = operation.objectNode();
        ObjectNode content = body.putObject("content");
        for (String mediaType : formTypes(file)) {
            ObjectNode described = content.putObject(mediaType);
            ObjectNode schema = described.putObject("schema").put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = schema.arrayNode();
            fields.forEach((name, field) -> {
                properties.set(name, schema(field));
                if (field.path("required").asBoolean(false)) {
                    required.add(name);
                }
                if (field.path("type").asString("").equals("array")
                        && !field.path("collectionFormat").asString("csv").equals("multi")) {
                    style(field, described.withObject("/encoding").putObject(name), "form");
                }
            });
            if (!required.isEmpty()) {
                schema.set("required", required);
                body.put("required", true);
            }
        }
        return body;
    }

    private List<String> formTypes(boolean file) {
        List<String> declared = consumes.stream()
                .filter(type -> type.startsWith(MULTIPART) || type.startsWith(FORM) && !file)
                .toList();
        return declared.isEmpty() ? List.of(file ? MULTIPART : FORM) : declared;
    }
}
