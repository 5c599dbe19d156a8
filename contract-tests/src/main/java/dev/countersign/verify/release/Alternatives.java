package dev.countersign.verify.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which alternatives of two lists belong together: those that refer to a schema of the same name, then equal ones; what is
 * left over belongs together in its order when there are equally many.
 */
record Alternatives(List<Match> pairs, List<String> gone, List<String> added) {
    record Match(JsonNode before, JsonNode after) {}

    static Alternatives of(JsonNode before, JsonNode after) {
        List<Match> pairs = new ArrayList<>();
        List<JsonNode> old = new ArrayList<>();
        List<JsonNode> rest = new ArrayList<>(after.valueStream().toList());
        for (JsonNode alternative : before) {
            Optional<JsonNode> same = rest.stream()
                    .filter(other -> name(other).equals(name(alternative)))
                    .findFirst();
            same.ifPresentOrElse(
                    other -> {
                        rest.remove(other);
                        pairs.add(new Match(alternative, other));
                    },
                    () -> old.add(alternative));
        }
        if (old.size() == rest.size() && old.stream().noneMatch(a -> a.has("$ref"))) {
            for (int i = 0; i < old.size(); i++) {
                pairs.add(new Match(old.get(i), rest.get(i)));
            }
            return new Alternatives(pairs, List.of(), List.of());
        }
        return new Alternatives(pairs, names(old), names(rest));
    }

    private static List<String> names(List<JsonNode> schemas) {
        return schemas.stream()
                .map(schema -> schema.has("$ref") || schema.has("title") ? name(schema) : "without a name")
                .toList();
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        return schema.path("title").asString(schema.toString());
    }
}
