package dev.countersign.command.complete;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where an entry that OpenAPI 3 has beside a media type belongs in Swagger 2.0, which has none: examples of responses stand
 * in the response by media type, those of requests in the schema of the body's parameter.
 *
 * @param pointer of the mapping
 * @param key of the entry
 * @param value of the entry
 */
record SwaggerPlaces(String pointer, String key, JsonNode value) {
    private static final Pattern IN_RESPONSE = Pattern.compile("(.*/responses/[^/]+)/content/([^/]+)(/schema.*)?");
    private static final Pattern IN_REQUEST = Pattern.compile("(.*)/requestBody/content/[^/]+(/schema)?(.*)");
    private static final String COMPONENTS = "/components/schemas/";

    static SwaggerPlaces of(EditedText text, String pointer, String key, JsonNode value) {
        Matcher response = IN_RESPONSE.matcher(pointer);
        if (response.matches()) {
            if (response.group(3) != null) {
                return new SwaggerPlaces(response.group(1) + response.group(3), key, value);
            }
            String mediaType = response.group(2).replace("~1", "/").replace("~0", "~");
            return new SwaggerPlaces(
                    response.group(1),
                    "examples",
                    JsonNodeFactory.instance.objectNode().set(mediaType, value));
        }
        Matcher request = IN_REQUEST.matcher(pointer);
        if (request.matches()) {
            String schema = body(text, request.group(1) + "/parameters")
                    .or(() -> body(text, parent(request.group(1)) + "/parameters"))
                    .orElse(request.group(1));
            return new SwaggerPlaces(schema + request.group(3), key, value);
        }
        return pointer.startsWith(COMPONENTS)
                ? new SwaggerPlaces("/definitions/" + pointer.substring(COMPONENTS.length()), key, value)
                : new SwaggerPlaces(pointer, key, value);
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /** The schema of the body among some parameters, followed to where it is written. */
    private static Optional<String> body(EditedText text, String parameters) {
        for (int i = 0; text.has(parameters + "/" + i); i++) {
            String parameter = followed(text, parameters + "/" + i);
            if (text.value(parameter + "/in").equals("body")) {
                return Optional.of(followed(text, parameter + "/schema"));
            }
        }
        return Optional.empty();
    }

    private static String followed(EditedText text, String pointer) {
        String reference = text.value(pointer + "/$ref");
        return reference.startsWith("#/") ? reference.substring(1) : pointer;
    }
}
