package dev.countersign.mock.junit;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.contract.SchemaWalk;
import java.util.ArrayDeque;
import java.util.Deque;
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

    private final Set<String> declared = new HashSet<>();
    private final Set<String> secret = new HashSet<>();
    private final Set<String> denied = new HashSet<>();

    private ShownValues() {}

    static ShownValues of(Contract contract) {
        ShownValues shown = new ShownValues();
        SchemaWalk.visit(
                contract, schema -> schema.child("properties").members().forEach(shown::declare));
        return shown;
    }

    /** Whether a value that lies below these properties may be shown. */
    boolean test(List<String> names) {
        return !names.isEmpty() && names.stream().allMatch(this::isShown);
    }

    private boolean isShown(String name) {
        boolean quiet = denied.contains(name) || !SOUNDS_SECRET.matcher(name).matches();
        return declared.contains(name) && !secret.contains(name) && quiet;
    }

    private void declare(SchemaNode property) {
        declared.add(property.name());
        if (isMarked(property)) {
            secret.add(property.name());
        }
        JsonNode mark = property.node().path("x-secret");
        if (mark.isBoolean() && !mark.booleanValue()) {
            denied.add(property.name());
        }
    }

    /** Whether the property is marked, or what it lists; properties of its own stand for themselves. */
    private static boolean isMarked(SchemaNode property) {
        Set<SchemaNode> seen = new HashSet<>();
        Deque<SchemaNode> open = new ArrayDeque<>(List.of(property));
        while (!open.isEmpty()) {
            SchemaNode schema = open.pop();
            if (schema.isSecret()) {
                return true;
            }
            if (seen.add(schema)) {
                for (SchemaNode part : schema.applied()) {
                    open.push(part.child("items"));
                    open.push(part.child("additionalProperties"));
                    part.child("prefixItems").elements().forEach(open::push);
                }
            }
        }
        return false;
    }
}
