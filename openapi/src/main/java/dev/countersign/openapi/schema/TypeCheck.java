package dev.countersign.openapi.schema;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code type}: one name or several. */
final class TypeCheck implements Assertion {
    private final KeywordLocation location;
    private final int accepted;
    private final String demand;

    TypeCheck(KeywordLocation location, Set<JsonType> types) {
        this.location = location;
        int bits = 0;
        for (JsonType type : types) {
            bits |= type.bit();
        }
        if (types.contains(JsonType.NUMBER)) {
            bits |= JsonType.INTEGER.bit();
        }
        this.accepted = bits;
        this.demand = "must be "
                + EnumSet.copyOf(types).stream().map(JsonType::phrase).collect(Collectors.joining(" or "));
    }

    @Override
    public KeywordLocation location() {
        return location;
    }

    @Override
    public boolean accepts(JsonNode value) {
        // Whether a fraction is one takes exact arithmetic, and only a schema of integers asks.
        if (value.isNumber() && takes(JsonType.NUMBER)) {
            return true;
        }
        return takes(JsonType.of(value));
    }

    private boolean takes(JsonType type) {
        return (accepted & type.bit()) != 0;
    }

    @Override
    public String message(JsonNode value) {
        return demand + ", was " + JsonType.of(value).phrase();
    }
}
