package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.Part;
import dev.countersign.openapi.contract.PartReader;
import dev.countersign.openapi.document.DocumentWalk;
import dev.countersign.openapi.document.Kind;
import dev.countersign.openapi.document.Report;
import dev.countersign.openapi.json.Pointer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Demands that every property whose name sounds like a secret says whether it is one: with {@code format: password} or
 * {@code x-secret: true}, or with {@code x-secret: false} where the name misleads. What is marked is masked in logs,
 * messages and {@code toString}.
 */
final class SecretCheck {
    private static final Pattern WORD_BOUNDARY =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Set<String> SECRET_LAST_WORDS = Set.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "pwd",
            "secret",
            "token",
            "apikey",
            "jwt",
            "credential",
            "credentials");
    private static final Set<String> SECRET_KEYS =
            Set.of("api", "private", "secret", "access", "signing", "encryption");
    /** A token that marks a place in a list, not a right. */
    private static final Set<String> PLACE_TOKENS =
            Set.of("page", "next", "prev", "previous", "continuation", "cursor", "sync", "start", "starting", "resume");

    private final ObjectNode document;
    private final PartReader parts;
    private final Report report;

    SecretCheck(ObjectNode document, Report report) {
        this.document = document;
        this.parts = new PartReader(document);
        this.report = report;
    }

    void check() {
        new DocumentWalk((node, kind, pointer) -> {
                    if (kind == Kind.SCHEMA && node.get("properties") instanceof ObjectNode properties) {
                        for (var property : properties.properties()) {
                            String at = Pointer.child(pointer + "/properties", property.getKey());
                            checkProperty(property.getKey(), new Part(property.getValue(), at));
                        }
                    }
                })
                .walk(document);
    }

    private void checkProperty(String name, Part property) {
        if (soundsSecret(name) && holdsText(property) && !isMarked(property)) {
            report.error(
                    property.pointer(),
                    "The property \"" + name + "\" looks like a secret but is not marked as one.",
                    "Add \"format: password\" or \"x-secret: true\"; \"x-secret: false\" if it is none.");
        }
    }

    static boolean soundsSecret(String name) {
        List<String> words = Arrays.stream(WORD_BOUNDARY.split(name, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty()) {
            return false;
        }
        String last = words.get(words.size() - 1);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        if (last.equals("key")) {
            return SECRET_KEYS.contains(before);
        }
        return SECRET_LAST_WORDS.contains(last) && !(last.equals("token") && PLACE_TOKENS.contains(before));
    }

    private boolean holdsText(Part property) {
        JsonNode schema = parts.follow(property).node();
        JsonNode type = schema.get("type");
        if (type == null) {
            return !schema.has("properties") && !schema.has("items");
        }
        return type.isArray() ? type.values().stream().anyMatch(SecretCheck::isText) : isText(type);
    }

    private static boolean isText(JsonNode type) {
        return type.isString() && type.stringValue().equals("string");
    }

    private boolean isMarked(Part property) {
        for (JsonNode schema : List.of(property.node(), parts.follow(property).node())) {
            if (schema.has("x-secret") || schema.path("format").asString("").equals("password")) {
                return true;
            }
        }
        return false;
    }
}
