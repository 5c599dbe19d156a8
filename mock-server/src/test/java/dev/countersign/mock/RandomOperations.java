package dev.countersign.mock;

import dev.countersign.mock.sample.RandomSatisfiableSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of one random operation: parameters in every place and style, a body with random parts, a credential. */
final class RandomOperations {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Random random;
    private final ObjectNode document;

    RandomOperations(long seed) {
        random = new Random(seed);
        document = JSON.createObjectNode().put("openapi", random.nextBoolean() ? "3.0.4" : "3.1.1");
        document.putObject("info").put("title", "Random").put("version", "1");
        ObjectNode components = document.putObject("components");
        components.set("schemas", new RandomSatisfiableSchemas(seed).schemas());
        ObjectNode scheme = components.putObject("securitySchemes").putObject("key");
        scheme.put("type", "apiKey").put("in", "header").put("name", "X-Key");
    }

    String document() {
        ObjectNode operation = JSON.createObjectNode();
        ArrayNode parameters = operation.putArray("parameters");
        StringBuilder path = new StringBuilder("/things");
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            ObjectNode parameter = parameter("p" + i);
            parameters.add(parameter);
            if (parameter.path("in").asString().equals("path")) {
                path.append("/{p").append(i).append('}');
            }
        }
        if (random.nextInt(3) > 0) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.withObject("/content").putObject("application/json").set("schema", body());
        }
        if (random.nextBoolean()) {
            operation.putArray("security").addObject().putArray("key");
        }
        ObjectNode ok = operation.putObject("responses").putObject("200").put("description", "");
        ok.withObject("/content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Subject");
        document.withObject("/paths").putObject(path.toString()).set("post", operation);
        return document.toString();
    }

    private ObjectNode parameter(String name) {
        String in = any("path", "query", "query", "header", "cookie");
        ObjectNode parameter = JSON.createObjectNode().put("name", name).put("in", in);
        parameter.put("required", in.equals("path") || random.nextInt(4) > 0);
        int shape = random.nextInt(in.equals("cookie") ? 4 : 7);
        ObjectNode schema = parameter.putObject("schema");
        if (shape < 4) {
            scalar(schema);
        } else if (shape < 6) {
            schema.put("type", "array").put("minItems", 1);
            scalar(schema.putObject("items"));
        } else {
            ObjectNode properties = schema.put("type", "object").putObject("properties");
            scalar(properties.putObject(name + "r"));
            scalar(properties.putObject(name + "g"));
            schema.putArray("required").add(name + "r").add(name + "g");
        }
        List<String> styles = new ArrayList<>();
        switch (in) {
            case "path" -> styles.addAll(List.of("simple", "label", "matrix"));
            case "query" -> {
                styles.add("form");
                if (shape == 4 || shape == 5) {
                    styles.addAll(List.of("spaceDelimited", "pipeDelimited"));
                } else if (shape == 6) {
                    styles.add("deepObject");
                }
            }
            default -> styles.add(in.equals("header") ? "simple" : "form");
        }
        String style = styles.get(random.nextInt(styles.size()));
        boolean delimited = style.endsWith("Delimited");
        if (style.equals("spaceDelimited")) {
            // A delimiter in a value cannot be told from one between values (OAS 3.1.1 section 4.8.12.3).
            schema.putObject("items").put("type", "integer").put("minimum", 0).put("maximum", 1000);
        }
        return parameter.put("style", style).put("explode", !delimited && random.nextBoolean());
    }

    private void scalar(ObjectNode schema) {
        switch (random.nextInt(4)) {
            case 0 -> schema.put("type", "integer").put("minimum", 0).put("maximum", 1000);
            case 1 -> schema.put("type", "boolean");
            case 2 ->
                schema.put("type", "string")
                        .putArray("enum")
                        .add("red")
                        .add("light blue")
                        .add("a&b=c");
            default -> schema.put("type", "string").put("minLength", 1).put("maxLength", 20);
        }
    }

    private ObjectNode body() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (int i = 0; i < 3; i++) {
            scalar(properties.putObject("q" + i));
            required.add("q" + i);
        }
        properties.putObject("more").put("$ref", "#/components/schemas/Subject");
        return schema.put("additionalProperties", false);
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
