package dev.countersign.verify.diff;

import dev.countersign.openapi.json.Pointer;
import dev.countersign.verify.release.Change;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One request of a consumer, and the answer that it builds on.
 *
 * @param consumer the consumer's name
 * @param method in upper case
 * @param path as it travels
 * @param status of the answer
 * @param answer the body of the answer; missing when the consumer reads none
 */
public record PactInteraction(String consumer, String method, String path, String status, JsonNode answer) {
    private static final Pattern ANSWER = Pattern.compile("answer (\\w+)(?:, (header|field) (.*))?");

    static PactInteraction of(String consumer, JsonNode interaction) {
        JsonNode response = interaction.path("response");
        JsonNode body = response.path("body");
        return new PactInteraction(
                consumer,
                interaction.path("request").path("method").stringValue("GET").toUpperCase(Locale.ROOT),
                interaction.path("request").path("path").stringValue("/"),
                response.path("status").asString("200"),
                // Version 4 of the specification wraps bodies, and says how they are written.
                body.has("content") && body.has("contentType") ? body.get("content") : body);
    }

    /**
     * Whether the consumer meets what is changed. A request's demands concern everybody who makes it; of an answer only
     * what the consumer reads.
     */
    boolean uses(Change change) {
        if (change.endpoint().equals(Change.EVERYWHERE)) {
            return true;
        }
        String[] methodAndPath = change.endpoint().split(" ", 2);
        if (!method.equals(methodAndPath[0]) || !path.matches(".*" + expression(methodAndPath[1]))) {
            return false;
        }
        Matcher answered = ANSWER.matcher(change.place());
        if (!answered.matches()) {
            return true;
        }
        return hasStatus(answered.group(1))
                && (!"field".equals(answered.group(2)) || reads(answer, Pointer.tokens(answered.group(3))));
    }

    /** A pact may have the server's path in front of the contract's. */
    private static String expression(String template) {
        return Stream.of(template.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining());
    }

    private boolean hasStatus(String documented) {
        return documented.equals("default")
                || documented.equals(status)
                || documented.endsWith("XX") && documented.charAt(0) == status.charAt(0);
    }

    /** Whether a body has the field; {@code *} stands for any item or name. */
    private static boolean reads(JsonNode body, List<String> tokens) {
        if (tokens.isEmpty()) {
            return !body.isMissingNode();
        }
        List<String> rest = tokens.subList(1, tokens.size());
        if (tokens.get(0).equals("*")) {
            return StreamSupport.stream(body.spliterator(), false).anyMatch(child -> reads(child, rest));
        }
        return body.has(tokens.get(0)) && reads(body.get(tokens.get(0)), rest);
    }
}
