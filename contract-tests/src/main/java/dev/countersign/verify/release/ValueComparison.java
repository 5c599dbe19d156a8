package dev.countersign.verify.release;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what two schemas say of a value itself: its types, the values it may have, and single rules. */
final class ValueComparison {
    private static final Set<String> HARMLESS = Set.of("default", "deprecated");

    private final String path;
    private final List<SchemaDifference> found;

    ValueComparison(String path, List<SchemaDifference> found) {
        this.path = path;
        this.found = found;
    }

    /** Compares the types; false when they have none in common, and nothing else is worth comparing. */
    boolean sharesAType(JsonNode old, JsonNode now) {
        Set<String> before = EffectiveSchema.typesOf(old);
        Set<String> after = EffectiveSchema.typesOf(now);
        boolean bothEnumerate = old.has("enum") && now.has("enum");
        if (!bothEnumerate) {
            types(before, after);
        }
        values(old.path("enum"), now.path("enum"));
        return bothEnumerate || before.stream().anyMatch(after::contains);
    }

    private void types(Set<String> before, Set<String> after) {
        Set<String> added = without(after, before);
        Set<String> gone = without(before, after);
        if (added.equals(Set.of("null"))) {
            add(Effect.WIDER, "the value may be null now", "be ready for null");
            added.clear();
        }
        if (gone.equals(Set.of("null"))) {
            add(Effect.NARROWER, "the value must not be null any more", "send no null");
            gone.clear();
        }
        if (added.isEmpty() && gone.isEmpty()) {
            return;
        }
        String what = "the type is " + text(after) + ", and was " + text(before);
        if (gone.isEmpty()) {
            add(Effect.WIDER, what, "be ready for the other type");
        } else if (added.isEmpty()) {
            add(Effect.NARROWER, what, "send no other type");
        } else {
            add(Effect.OTHER, what, "use the new type");
        }
    }

    private void values(JsonNode before, JsonNode after) {
        if (before.isArray() && after.isArray()) {
            Set<JsonNode> old = new LinkedHashSet<>(before.valueStream().toList());
            Set<JsonNode> now = new LinkedHashSet<>(after.valueStream().toList());
            for (JsonNode value : old) {
                if (!now.contains(value)) {
                    add(Effect.NARROWER, "the value " + value + " is gone", "stop sending it");
                }
            }
            for (JsonNode value : now) {
                if (!old.contains(value)) {
                    add(Effect.WIDER, "there is another value, " + value, "be ready for it");
                }
            }
        } else if (after.isArray()) {
            add(Effect.NARROWER, "only these values are allowed now: " + after, "send one of them");
        } else if (before.isArray()) {
            add(Effect.WIDER, "other values than " + before + " are allowed now", "be ready for any value");
        }
    }

    /** Compares a rule about which nothing more is known than that it is one. */
    void rule(String keyword, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (HARMLESS.contains(keyword)) {
            add(Effect.NONE, change(keyword, before, after), "nothing needs to change");
        } else if (Limit.isLimit(keyword)) {
            Effect effect = Limit.effect(keyword, before, after);
            if (effect != Effect.NONE) {
                add(effect, change(keyword, before, after), "keep to the new limit");
            }
        } else {
            Effect effect =
                    before.isMissingNode() ? Effect.NARROWER : after.isMissingNode() ? Effect.WIDER : Effect.OTHER;
            add(effect, change(keyword, before, after), "follow the new rule");
        }
    }

    private static String change(String keyword, JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return keyword + " is " + after + " now";
        }
        return after.isMissingNode()
                ? keyword + " is no longer " + before
                : keyword + " is " + after + ", and was " + before;
    }

    private static Set<String> without(Set<String> types, Set<String> others) {
        Set<String> rest = new TreeSet<>(types);
        rest.removeAll(others);
        return rest;
    }

    private static String text(Set<String> types) {
        if (types.containsAll(EffectiveSchema.ALL_TYPES)) {
            return "any";
        }
        return types.stream()
                .filter(type -> !type.equals("integer") || !types.contains("number"))
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private void add(Effect effect, String what, String advice) {
        found.add(new SchemaDifference(path, effect, what, advice));
    }
}
