package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The constraints of an object. */
final class ObjectConstraints {
    /** One schema's view of its properties; the additional schema is a missing node when nothing is said. */
    record Group(Map<String, SchemaNode> named, Map<BoundedPattern, SchemaNode> patterned, SchemaNode additional) {}

    final List<Group> groups = new ArrayList<>();
    final Set<String> names = new LinkedHashSet<>();
    final Set<String> required = new LinkedHashSet<>();
    final Set<String> forbidden = new LinkedHashSet<>();
    final Map<String, Set<String>> dependent = new LinkedHashMap<>();
    final List<SchemaNode> nameSchemas = new ArrayList<>();
    int least;
    int most = Integer.MAX_VALUE;
    boolean isMentioned;

    void add(SchemaNode schema) {
        JsonNode node = schema.node();
        least = Math.max(least, Counts.of(node, "minProperties", 0));
        most = Math.min(most, Counts.of(node, "maxProperties", Integer.MAX_VALUE));
        addStrings(required, node.path("required"));
        for (Map.Entry<String, JsonNode> entry : node.path("dependentRequired").properties()) {
            addStrings(dependent.computeIfAbsent(entry.getKey(), any -> new LinkedHashSet<>()), entry.getValue());
        }
        if (node.has("propertyNames")) {
            nameSchemas.add(schema.child("propertyNames"));
        }
        Map<String, SchemaNode> named = new LinkedHashMap<>();
        SchemaNode properties = schema.child("properties");
        for (String name : properties.node().propertyNames()) {
            named.put(name, properties.child(name));
        }
        names.addAll(named.keySet());
        Map<BoundedPattern, SchemaNode> patterned = new LinkedHashMap<>();
        SchemaNode patterns = schema.child("patternProperties");
        for (String name : patterns.node().propertyNames()) {
            SchemaNode member = patterns.child(name);
            BoundedPattern.of(name).ifPresent(pattern -> patterned.put(pattern, member));
        }
        SchemaNode additional = schema.child("additionalProperties");
        if (!named.isEmpty() || !patterned.isEmpty() || !additional.node().isMissingNode()) {
            groups.add(new Group(named, patterned, additional));
        }
        isMentioned |= !groups.isEmpty() || !required.isEmpty() || least > 0 || !nameSchemas.isEmpty();
    }

    /** The schemas that apply to a property. */
    List<SchemaNode> property(String name) {
        List<SchemaNode> schemas = new ArrayList<>();
        for (Group group : groups) {
            boolean known = false;
            SchemaNode own = group.named.get(name);
            if (own != null) {
                schemas.add(own);
                known = true;
            }
            for (Map.Entry<BoundedPattern, SchemaNode> entry : group.patterned.entrySet()) {
                if (entry.getKey().matches(name)) {
                    schemas.add(entry.getValue());
                    known = true;
                }
            }
            if (!known && !group.additional.node().isMissingNode()) {
                schemas.add(group.additional);
            }
        }
        return schemas;
    }

    private static void addStrings(Set<String> strings, JsonNode list) {
        for (JsonNode element : list.values()) {
            if (element.isString()) {
                strings.add(element.stringValue());
            }
        }
    }
}
