package dev.countersign.verify.pact;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import dev.countersign.verify.cases.Body;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Says of a real provider's answer what the schema says: that a value has its type and format, not that it is the
 * example's. A {@code const} or {@code enum} stays literal, and so does an empty list.
 */
final class TypeRules {
    private static final Map<String, String> FORMATS = Map.of(
            "date", "\\d{4}-\\d{2}-\\d{2}",
            "date-time", "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})",
            "uuid", "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final MatchingRuleCategory rules;

    private TypeRules(MatchingRuleCategory rules) {
        this.rules = rules;
    }

    static void add(MatchingRuleCategory rules, Body body) {
        body.schema()
                .ifPresent(schema -> new TypeRules(rules).add("$", body.value(), ValueSchemas.of(Stream.of(schema))));
    }

    private void add(String path, JsonNode value, ValueSchemas schemas) {
        if (value.isNull() || schemas.isLiteral()) {
            return;
        }
        if (value.isObject()) {
            if (schemas.isMap()) {
                rules.setRule(path, ValuesMatcher.INSTANCE);
            }
            value.properties().forEach(p -> add(path + step(p.getKey()), p.getValue(), schemas.property(p.getKey())));
        } else if (value.isArray()) {
            if (!value.isEmpty()) {
                rules.setRule(path, TypeMatcher.INSTANCE);
                elements(path, value, schemas);
            }
        } else {
            rules.setRule(path, rule(value, schemas));
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

    private static MatchingRule rule(JsonNode value, ValueSchemas schemas) {
        if (value.isNumber()) {
            // Pact takes a number with an exponent for no number, but for one of its type.
            boolean integer = schemas.text("type").filter("integer"::equals).isPresent();
            return integer ? new NumberTypeMatcher(NumberType.INTEGER) : TypeMatcher.INSTANCE;
        }
        Optional<String> format = schemas.text("format").map(FORMATS::get);
        return value.isString() && format.isPresent() ? new RegexMatcher(format.get()) : TypeMatcher.INSTANCE;
    }

    private static String step(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }
}
