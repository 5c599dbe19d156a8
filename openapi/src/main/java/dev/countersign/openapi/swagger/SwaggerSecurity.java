package dev.countersign.openapi.swagger;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a security scheme of Swagger 2.0 into one of OpenAPI 3.0. */
final class SwaggerSecurity {
    private SwaggerSecurity() {}

    static JsonNode convert(JsonNode scheme) {
        if (!(scheme instanceof ObjectNode from)) {
            return scheme;
        }
        ObjectNode to = from.objectNode();
        SwaggerConversion.copyFields(from, to, Set.of("type", "description", "name", "in"));
        switch (from.path("type").asString("")) {
            case "basic" -> to.put("type", "http").put("scheme", "basic");
            case "oauth2" -> {
                ObjectNode flow =
                        to.putObject("flows").putObject(flow(from.path("flow").asString("")));
                SwaggerConversion.copyFields(from, flow, Set.of("authorizationUrl", "tokenUrl", "scopes"));
                if (!flow.has("scopes")) {
                    flow.putObject("scopes");
                }
            }
            default -> {
                // apiKey is written alike in both versions.
            }
        }
        return to;
    }

    private static String flow(String name) {
        return switch (name) {
            case "accessCode" -> "authorizationCode";
            case "application" -> "clientCredentials";
            default -> name;
        };
    }
}
