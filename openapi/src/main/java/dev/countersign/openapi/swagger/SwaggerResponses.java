package dev.countersign.openapi.swagger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the responses of a Swagger 2.0 operation into those of OpenAPI 3.0. */
final class SwaggerResponses {
    private final List<String> produces;

    SwaggerResponses(List<String> produces) {
        this.produces = produces;
    }

    ObjectNode convert(ObjectNode from) {
        ObjectNode to = from.objectNode();
        to.put("description", from.path("description").asString(""));
        SwaggerConversion.copyFields(from, to, Set.of());
        if (from.get("headers") instanceof ObjectNode headers) {
            ObjectNode converted = to.putObject("headers");
            for (var header : headers.properties()) {
                if (header.getValue() instanceof ObjectNode described) {
                    ObjectNode described3 = converted.putObject(header.getKey());
                    SwaggerConversion.copyFields(described, described3, Set.of("description"));
                    described3.set("schema", SwaggerParameters.schema(described));
                }
            }
        }
        JsonNode examples = from.path("examples");
        JsonNode schema = from.get("schema");
        if (schema != null || !examples.isEmpty()) {
            ObjectNode content = to.putObject("content");
            Set<String> mediaTypes = new LinkedHashSet<>(examples.propertyNames());
            mediaTypes.addAll(produces);
            for (String mediaType : mediaTypes) {
                ObjectNode described = content.putObject(mediaType);
                if (schema != null) {
                    described.set("schema", schema.deepCopy());
                }
                if (examples.has(mediaType)) {
                    described.set("example", examples.get(mediaType));
                }
            }
        }
        return to;
    }
}
