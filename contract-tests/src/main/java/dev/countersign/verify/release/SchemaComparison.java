package dev.countersign.verify.release;

import dev.countersign.openapi.schema.Direction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares two schemas field by field. A request's and an answer's schemas are compared alike, but for read-only and
 * write-only fields; who is hurt by a difference depends on the direction, and is decided by {@link Effect}.
 */
final class SchemaComparison {
    private static final Set<String> LISTS_OF_SCHEMAS = Set.of("anyOf", "oneOf");
    private static final Set<String> CONDITIONS = Set.of(
            "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties");
    private static final Set<String> ELSEWHERE = Set.of(
            "type",
            "enum",
            "properties",
            "required",
            "items",
            "prefixItems",
            "additionalProperties",
            "patternProperties",
            "readOnly",
            "writeOnly");

    private final EffectiveSchema released;
    private final EffectiveSchema current;
    private final Direction direction;
    private final Set<Pair> equal = new HashSet<>();

    private final Set<Pair> seen = new HashSet<>();
    private final List<SchemaDifference> found = new ArrayList<>();

    SchemaComparison(JsonNode releasedDocument, JsonNode currentDocument, Direction direction) {
        released = new EffectiveSchema(releasedDocument);
        current = new EffectiveSchema(currentDocument);
        this.direction = direction;
    }

    /** Two nodes of two documents, told apart by identity: equal text may refer to different things. */
    private record Pair(JsonNode before, JsonNode after) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.before == before && pair.after == after;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(before) * 31 + System.identityHashCode(after);
        }
    }

    /** Every difference; empty when both mean the same. A missing node allows every value. */
    List<SchemaDifference> between(JsonNode before, JsonNode after) {
        found.clear();
        seen.clear();
        compare("", before, after);
        if (found.isEmpty()) {
            equal.addAll(seen);
        }
        return List.copyOf(found);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        Pair pair = new Pair(before, after);
        if (equal.contains(pair) || !seen.add(pair)) {
            return;
        }
        ObjectNode old = released.of(before);
        ObjectNode now = current.of(after);
        if (new ValueComparison(path, found).sharesAType(old, now)) {
            fields(path, old, now);
            items(path, old, now);
            additional(path, old, now);
            children(path, old.path("patternProperties"), now.path("patternProperties"));
            rules(path, old, now);
        }
    }

    private void fields(String path, ObjectNode old, ObjectNode now) {
        Fields before = Fields.of(released, old, direction);
        Fields after = Fields.of(current, now, direction);
        boolean closed = old.path("additionalProperties").isBoolean()
                && !old.path("additionalProperties").asBoolean();
        for (String name : before.names()) {
            String place = path + "/" + name;
            if (!after.names().contains(name)) {
                add(place, Effect.OTHER, "the field is gone", sends() ? "stop sending it" : "stop reading it");
                continue;
            }
            if (before.required(name) && !after.required(name)) {
                add(place, Effect.WIDER, "the field may be missing now", "be ready for it to be missing");
            } else if (!before.required(name) && after.required(name)) {
                add(place, Effect.NARROWER, "the field is required now", "always send it");
            }
            compare(place, before.schema(name), after.schema(name));
        }
        for (String name : after.names()) {
            if (!before.names().contains(name)) {
                String place = path + "/" + name;
                if (after.required(name) && sends()) {
                    add(place, Effect.NARROWER, "a new required field", "send it");
                } else if (closed && !sends()) {
                    add(place, Effect.WIDER, "a new field, where no other was allowed", "let it pass");
                } else {
                    add(place, Effect.NONE, "a new field", sends() ? "you may send it" : "you may read it");
                }
            }
        }
    }

    private void items(String path, ObjectNode old, ObjectNode now) {
        compareIfPresent(path + "/*", old.path("items"), now.path("items"));
        JsonNode before = old.path("prefixItems");
        JsonNode after = now.path("prefixItems");
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            compareIfPresent(path + "/" + i, before.path(i), after.path(i));
        }
    }

    private void additional(String path, ObjectNode old, ObjectNode now) {
        JsonNode before = old.has("additionalProperties") ? old.path("additionalProperties") : BooleanNode.TRUE;
        JsonNode after = now.has("additionalProperties") ? now.path("additionalProperties") : BooleanNode.TRUE;
        boolean wasClosed = before.isBoolean() && !before.asBoolean();
        boolean isClosed = after.isBoolean() && !after.asBoolean();
        if (wasClosed != isClosed) {
            add(
                    path,
                    isClosed ? Effect.NARROWER : Effect.WIDER,
                    isClosed ? "fields that are not documented are refused now" : "there may be further fields now",
                    isClosed ? "send documented fields only" : "let further fields pass");
        } else if (!wasClosed) {
            compareIfPresent(path + "/*", before, after);
        }
    }

    private void children(String path, JsonNode before, JsonNode after) {
        before.properties()
                .forEach(p -> compareIfPresent(path + "/" + p.getKey(), p.getValue(), after.path(p.getKey())));
        after.properties().stream()
                .filter(p -> !before.has(p.getKey()))
                .forEach(p -> compareIfPresent(path + "/" + p.getKey(), before.path(p.getKey()), p.getValue()));
    }

    private void rules(String path, ObjectNode old, ObjectNode now) {
        Set<String> keywords = new HashSet<>(old.propertyNames());
        keywords.addAll(now.propertyNames());
        keywords.removeAll(ELSEWHERE);
        for (String keyword : keywords.stream().sorted().toList()) {
            JsonNode before = old.path(keyword);
            JsonNode after = now.path(keyword);
            if (LISTS_OF_SCHEMAS.contains(keyword) && before.isArray() && after.isArray()) {
                alternatives(path, before, after);
            } else if (CONDITIONS.contains(keyword) && before.isObject() && after.isObject()) {
                condition(path, keyword, before, after);
            } else {
                new ValueComparison(path, found).rule(keyword, before, after);
            }
        }
    }

    private void alternatives(String path, JsonNode before, JsonNode after) {
        Alternatives matched = Alternatives.of(before, after);
        matched.gone()
                .forEach(name ->
                        add(path, Effect.NARROWER, "the alternative " + name + " is gone", "send one of the others"));
        matched.added()
                .forEach(name -> add(path, Effect.WIDER, "there is another alternative, " + name, "be ready for it"));
        matched.pairs().forEach(pair -> compare(path, pair.before(), pair.after()));
    }

    /** Inside a condition more can mean less; so any difference counts as one in both directions. */
    private void condition(String path, String keyword, JsonNode before, JsonNode after) {
        int known = found.size();
        compare(path, before, after);
        List<SchemaDifference> inside = found.subList(known, found.size());
        boolean differs = !inside.isEmpty();
        inside.clear();
        if (differs) {
            add(path, Effect.OTHER, "the condition " + keyword + " is another one", "read the new document");
        }
    }

    private void compareIfPresent(String path, JsonNode before, JsonNode after) {
        if (!before.isMissingNode() || !after.isMissingNode()) {
            compare(path, before, after);
        }
    }

    private boolean sends() {
        return direction == Direction.REQUEST;
    }

    private void add(String path, Effect effect, String what, String advice) {
        found.add(new SchemaDifference(path, effect, what, advice));
    }
}
