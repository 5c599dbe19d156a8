package dev.countersign.mock.pact;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of a provider's answer what the schema says: that a value has its type and format, not that it is the example's. A
 * {@code const} or {@code enum} stays literal, and so does an empty list.
 */
public final class BodyRules {
    private static final Map<String, String> FORMATS = Map.of(
            "date", "\\d{4}-\\d{2}-\\d{2}",
            "date-time", "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})",
            "uuid", "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final Map<String, PactRule> rules = new LinkedHashMap<>();

    private BodyRules() {}

    /** The rules of a JSON body, by the path of the value: {@code $.pets[*].name}. */
    public static Map<String, PactRule> of(JsonNode value, SchemaNode schema) {
        BodyRules found = new BodyRules();
        found.add("$", value, ValueSchemas.of(Stream.of(schema)));
        return found.rules;
    }

    /** The value as a pact can have it: without members that no path can name, of which it could only say what they are. */
    public static JsonNode sayable(JsonNode value) {
        JsonNode copy = value.deepCopy();
        removeUnsayable(copy);
        return copy;
    }

    private static void removeUnsayable(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.remove(object.propertyNames().stream()
                    .filter(name -> !isSayable(name))
                    .toList());
        }
        value.forEach(BodyRules::removeUnsayable);
    }

    /** A path names a member between apostrophes, and knows neither a way to write one of them nor an empty name. */
    private static boolean isSayable(String name) {
        return !name.isEmpty() && name.indexOf('\'') < 0;
    }

    private void add(String path, JsonNode value, ValueSchemas schemas) {
        if (value.isNull() || schemas.isLiteral()) {
            return;
        }
        if (value.isObject()) {
            object(path, value, schemas);
        } else if (value.isArray()) {
            if (!value.isEmpty()) {
                rules.put(path, new PactRule.Type());
                elements(path, value, schemas);
            }
        } else {
            rules.put(path, rule(value, schemas));
        }
    }

    private void object(String path, JsonNode object, ValueSchemas schemas) {
        List<Map.Entry<String, JsonNode>> members = object.properties().stream()
                .filter(each -> isSayable(each.getKey()))
                .toList();
        if (members.isEmpty() && !object.isEmpty()) {
            // An empty object would be nothing but an empty one.
            rules.put(path, new PactRule.Type());
        } else if (schemas.isMap()) {
            rules.put(path, new PactRule.Values());
        }
        members.forEach(each -> add(path + step(each.getKey()), each.getValue(), schemas.property(each.getKey())));
    }

    /** What all elements are, or where they are not alike, what each is at its place. */
    private void elements(String path, JsonNode array, ValueSchemas schemas) {
        boolean alike = !schemas.has("prefixItems")
                && array.valueStream().map(JsonNode::getNodeType).distinct().count() == 1;
        for (int i = 0; i < array.size(); i++) {
            add(path + (alike ? "[*]" : "[" + i + "]"), array.get(i), alike ? schemas.items() : schemas.item(i));
        }
    }

    private static PactRule rule(JsonNode value, ValueSchemas schemas) {
        if (value.isNumber()) {
            // Pact takes a number with an exponent for no number, but for one of its type.
            boolean integer = schemas.text("type").filter("integer"::equals).isPresent();
            return integer ? new PactRule.WholeNumber() : new PactRule.Type();
        }
        Optional<String> format = schemas.text("format").map(FORMATS::get);
        return value.isString() && format.isPresent() ? new PactRule.Regex(format.get()) : new PactRule.Type();
    }

    private static String step(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "['" + name + "']";
    }
}
