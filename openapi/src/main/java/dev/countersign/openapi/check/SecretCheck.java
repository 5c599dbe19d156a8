package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.contract.SchemaWalk;
import dev.countersign.openapi.document.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

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

    private SecretCheck() {}

    static void check(Contract contract, Report report) {
        unmarked(contract)
                .forEach(property -> report.error(
                        property.pointer(),
                        "The property \"" + property.name() + "\" looks like a secret but is not marked as one.",
                        "Add \"format: password\" or \"x-secret: true\"; \"x-secret: false\" if it is none."));
    }

    /** The properties that have yet to say whether they are secrets, in the order of the document. */
    static List<SchemaNode> unmarked(Contract contract) {
        List<SchemaNode> unmarked = new ArrayList<>();
        SchemaWalk.visit(
                contract,
                schema -> schema.child("properties").members().stream()
                        .filter(property -> soundsSecret(property.name()) && holdsText(property) && !isMarked(property))
                        .forEach(unmarked::add));
        return unmarked;
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

    private static boolean holdsText(SchemaNode property) {
        List<JsonNode> schemas =
                property.applied().stream().map(SchemaNode::node).toList();
        List<JsonNode> types = schemas.stream()
                .map(schema -> schema.path("type"))
                .filter(type -> !type.isMissingNode())
                .toList();
        return types.isEmpty()
                ? schemas.stream().noneMatch(schema -> schema.has("properties") || schema.has("items"))
                : types.stream()
                        .anyMatch(type -> isText(type) || type.valueStream().anyMatch(SecretCheck::isText));
    }

    private static boolean isText(JsonNode type) {
        return type.stringValue("").equals("string");
    }

    private static boolean isMarked(SchemaNode property) {
        return property.isSecret()
                || property.applied().stream().anyMatch(schema -> schema.node().has("x-secret"));
    }
}
