package dev.countersign.mock.junit;

import dev.countersign.mock.exchange.PercentEncoding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which values of a body a failure may show. A name that is marked as secret anywhere in the contract is secret everywhere, so
 * is one that sounds so unless the contract denies it, and so is everything below it or that the contract does not declare.
 */
final class ShownValues {
    private static final Pattern SOUNDS_SECRET = Pattern.compile(
            ".*(pass(word|wd|phrase|code)|pwd|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|credential|jwt"
                    + "|authorization).*|pin|cvv",
            Pattern.CASE_INSENSITIVE);
    /** Deep enough for any mark that a person would look for. */
    private static final int DEEPEST_MARK = 8;

    private final JsonNode document;
    private final Set<String> declared = new HashSet<>();
    private final Set<String> secret = new HashSet<>();
    private final Set<String> denied = new HashSet<>();

    private ShownValues(JsonNode document) {
        this.document = document;
        collect(document);
    }

    static ShownValues of(JsonNode document) {
        return new ShownValues(document);
    }

    /** Whether a value that lies below these properties may be shown. */
    boolean test(List<String> names) {
        return !names.isEmpty() && names.stream().allMatch(this::isShown);
    }

    private boolean isShown(String name) {
        boolean quiet = denied.contains(name) || !SOUNDS_SECRET.matcher(name).matches();
        return declared.contains(name) && !secret.contains(name) && quiet;
    }

    private void collect(JsonNode node) {
        if (node.path("properties").isObject()) {
            node.path("properties").properties().forEach(property -> declare(property.getKey(), property.getValue()));
        }
        for (JsonNode child : node) {
            collect(child);
        }
    }

    private void declare(String name, JsonNode schema) {
        declared.add(name);
        if (isMarked(schema, 0)) {
            secret.add(name);
        }
        JsonNode mark = schema.path("x-secret");
        if (mark.isBoolean() && !mark.booleanValue()) {
            denied.add(name);
        }
    }

    private boolean isMarked(JsonNode schema, int depth) {
        if (depth > DEEPEST_MARK || !schema.isObject()) {
            return false;
        }
        if (schema.path("x-secret").asBoolean(false)
                || schema.path("format").asString("").equals("password")) {
            return true;
        }
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")
                && isMarked(document.at(PercentEncoding.decode(reference.substring(1))), depth + 1)) {
            return true;
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            if (isMarked(schema.path(keyword), depth + 1)) {
                return true;
            }
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf", "prefixItems")) {
            for (JsonNode part : schema.path(keyword)) {
                if (isMarked(part, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
