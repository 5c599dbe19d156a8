package dev.countersign.openapi.swagger;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.DocumentNode;
import dev.countersign.openapi.contract.DocumentWalk;
import dev.countersign.openapi.contract.Kind;
import dev.countersign.openapi.document.Origins;
import dev.countersign.openapi.json.Pointer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a bundled Swagger 2.0 document into OpenAPI 3.0. Shared parameters and responses are written out where they are
 * used, because what they become depends on the media types of the operation.
 */
public final class SwaggerConversion {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final Set<String> KEPT = Set.of("info", "tags", "externalDocs", "security");
    private static final Set<String> KEPT_OF_OPERATION =
            Set.of("tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security");

    private final ObjectNode from;

    private SwaggerConversion(ObjectNode from) {
        this.from = from;
    }

    public static ObjectNode convert(ObjectNode document, Origins origins) {
        origins.rename("/definitions", "/components/schemas");
        ObjectNode converted = new SwaggerConversion(document).convert();
        new DocumentWalk((node, kind, pointer) -> {
                    if (kind == Kind.SCHEMA) {
                        convertSchema(node);
                    }
                })
                .walk(converted);
        return converted;
    }

    private ObjectNode convert() {
        ObjectNode to = from.objectNode();
        to.put("openapi", "3.0.4");
        copyFields(from, to, KEPT);
        convertServers(to);
        ObjectNode paths = to.putObject("paths");
        for (DocumentNode pathItem :
                DocumentNode.of(from, Dialect.OPENAPI_3_0).child("paths").children()) {
            paths.set(pathItem.name(), convertPathItem(pathItem));
        }
        ObjectNode components = to.putObject("components");
        if (from.get("definitions") instanceof ObjectNode definitions) {
            components.set("schemas", definitions);
        }
        if (from.get("securityDefinitions") instanceof ObjectNode schemes) {
            ObjectNode converted = components.putObject("securitySchemes");
            schemes.properties()
                    .forEach(scheme -> converted.set(scheme.getKey(), SwaggerSecurity.convert(scheme.getValue())));
        }
        return to;
    }

    private void convertServers(ObjectNode to) {
        String basePath = from.path("basePath").asString("/");
        String host = from.path("host").asString("");
        var servers = to.putArray("servers");
        if (host.isEmpty()) {
            servers.addObject().put("url", basePath);
            return;
        }
        JsonNode schemes = from.path("schemes");
        for (String scheme : schemes.isEmpty() ? List.of("https") : texts(schemes)) {
            servers.addObject().put("url", scheme + "://" + host + (basePath.equals("/") ? "" : basePath));
        }
    }

    private ObjectNode convertPathItem(DocumentNode pathItem) {
        ObjectNode to = from.objectNode();
        List<DocumentNode> shared = pathItem.child("parameters").children().stream()
                .map(DocumentNode::resolved)
                .toList();
        for (DocumentNode field : pathItem.children()) {
            if (METHODS.contains(field.name()) && field.node() instanceof ObjectNode operation) {
                to.set(field.name(), convertOperation(field, operation, shared));
            }
        }
        return to;
    }

    private ObjectNode convertOperation(DocumentNode part, ObjectNode operation, List<DocumentNode> shared) {
        ObjectNode to = from.objectNode();
        copyFields(operation, to, KEPT_OF_OPERATION);
        List<DocumentNode> own = part.child("parameters").children().stream()
                .map(DocumentNode::resolved)
                .toList();
        new SwaggerParameters(mediaTypes(operation, "consumes")).convert(shared, own, to);
        SwaggerResponses responses = new SwaggerResponses(mediaTypes(operation, "produces"));
        ObjectNode converted = to.putObject("responses");
        for (DocumentNode response : part.child("responses").children()) {
            if (response.resolved().node() instanceof ObjectNode node) {
                converted.set(response.name(), responses.convert(node));
            }
        }
        return to;
    }

    private List<String> mediaTypes(ObjectNode operation, String field) {
        JsonNode listed = operation.has(field) ? operation.get(field) : from.path(field);
        return listed.isEmpty() ? List.of("application/json") : texts(listed);
    }

    private static void convertSchema(ObjectNode schema) {
        String reference = Pointer.reference(schema);
        if (reference != null && reference.startsWith("#/definitions/")) {
            schema.put("$ref", "#/components/schemas/" + reference.substring("#/definitions/".length()));
        }
        if (schema.path("x-nullable").asBoolean(false)) {
            schema.put("nullable", true);
        }
        if (schema.path("type").asString("").equals("file")) {
            schema.put("type", "string").put("format", "binary");
        }
        JsonNode discriminator = schema.get("discriminator");
        if (discriminator != null && discriminator.isString()) {
            schema.putObject("discriminator").put("propertyName", discriminator.stringValue());
        }
    }

    public static void copyFields(ObjectNode from, ObjectNode to, Set<String> names) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (names.contains(field.getKey())
                    || field.getKey().toLowerCase(Locale.ROOT).startsWith("x-")) {
                to.set(field.getKey(), field.getValue());
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(each -> each.asString("")).toList();
    }
}
