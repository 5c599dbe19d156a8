package dev.countersign.openapi.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code required}: each missing property is named at the place where it should stand. */
final class Required implements Check {
    private final KeywordLocation location;
    private final String[] names;

    Required(KeywordLocation location, List<String> names) {
        this.location = location;
        this.names = names.toArray(new String[0]);
    }

    @Override
    public boolean holds(JsonNode value, Run run) {
        if (value.isObject()) {
            for (String name : names) {
                if (!value.has(name)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean isOfOutline() {
        return true;
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (value.isObject()) {
            for (String name : names) {
                if (!value.has(name)) {
                    findings.add(at.child(name), location, "required property \"" + name + "\" is missing");
                }
            }
        }
    }
}
