package dev.countersign.mock.pact;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Says of a provider's answer what the schema says: that a value has its type and format, not that it is the example's. A
 * {@code const} or {@code enum} stays literal, and so does an empty list.
 */
public final class BodyRules {
    private static final Map<String, String> FORMATS = Map.of(
            "date", "\\d{4}-\\d{2}-\\d{2}",
            "date-time", "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})",
            "uuid", "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private BodyRules() {}

    /** The rules of a JSON body, by the path of the value: {@code $.pets[*].name}. */
    public static Map<String, Rule> of(JsonNode value, SchemaNode schema) {
        BodyRules found = new BodyRules();
        found.add("$", value, ValueSchemas.of(Stream.of(schema)));
        return found.rules;
    }

    private void add(String path, JsonNode value, ValueSchemas schemas) {
        if (value.isNull() || schemas.isLiteral()) {
            return;
        }
        if (value.isObject()) {
            if (schemas.isMap()) {
                rules.put(path, new Rule.Values());
            }
            value.properties().forEach(p -> add(path + step(p.getKey()), p.getValue(), schemas.property(p.getKey())));
        } else if (value.isArray()) {
            if (!value.isEmpty()) {
                rules.put(path, new Rule.Type());
                elements(path, value, schemas);
            }
        } else {
            rules.put(path, rule(value, schemas));
        }
    }

    /** What all elements are, or where they are not alike, what each is at its place. */
    private void elements(String path, JsonNode array, ValueSchemas schemas) {
        boolean alike = !schemas.has("prefixItems")
                && array.valueStream().map(JsonNode::getNodeType).distinct().count() == 1;
        for (int i = 0; i < array.size(); i++) {
            add(path + (alike ? "[*]" : "[" + i + "]"), array.get(i), alike ? schemas.items() : schemas.item(i));
        }
    }

    private static Rule rule(JsonNode value, ValueSchemas schemas) {
        if (value.isNumber()) {
            // Pact takes a number with an exponent for no number, but for one of its type.
            boolean integer = schemas.text("type").filter("integer"::equals).isPresent();
            return integer ? new Rule.WholeNumber() : new Rule.Type();
        }
        Optional<String> format = schemas.text("format").map(FORMATS::get);
        return value.isString() && format.isPresent() ? new Rule.Regex(format.get()) : new Rule.Type();
    }

    private static String step(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }
}
