package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.JsonEquality;
import dev.countersign.openapi.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code enum} and {@code const}: strings, which nearly all of them are, are found without allocating. */
final class OneOfValues implements Assertion {
    private final KeywordLocation location;
    private final List<JsonNode> options;
    private final Set<String> strings = new HashSet<>();
    private final Set<JsonValue> others = new HashSet<>();

    OneOfValues(KeywordLocation location, List<JsonNode> options) {
        this.location = location;
        this.options = List.copyOf(options);
        for (JsonNode option : options) {
            if (option.isString()) {
                strings.add(option.stringValue());
            } else {
                others.add(new JsonValue(option));
            }
        }
    }

    @Override
    public KeywordLocation location() {
        return location;
    }

    @Override
    public boolean isOfOutline() {
        return false;
    }

    @Override
    public boolean accepts(JsonNode value) {
        if (value.isString()) {
            return strings.contains(value.stringValue());
        }
        if (value.isContainer()) {
            // A hash would cost as much as the value is large; two values of different size are unequal at once.
            return options.stream().anyMatch(option -> JsonEquality.equal(option, value));
        }
        return !others.isEmpty() && others.contains(new JsonValue(value));
    }

    @Override
    public String message(JsonNode value) {
        if (location.secret()) {
            return "must be one of the values that the contract allows";
        }
        return (options.size() == 1 ? "must be " : "must be one of ") + Phrases.options(options);
    }
}
