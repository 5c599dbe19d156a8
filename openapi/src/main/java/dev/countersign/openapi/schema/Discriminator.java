package dev.countersign.openapi.schema;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code discriminator} (OAS 3.1 section 4.8.25). It never decides whether a value fits, only which alternative's
 * violations are told.
 *
 * @param property the name of the property that tells; empty when there is no discriminator
 * @param names the alternative's name by the property's value, where the mapping says so
 */
record Discriminator(String property, Map<String, String> names) {
    static final Discriminator NONE = new Discriminator("", Map.of());

    List<Alternatives.Alternative> candidates(JsonNode value, List<Alternatives.Alternative> alternatives) {
        if (property.isEmpty()) {
            return alternatives;
        }
        String claimed = value.path(property).asString("");
        String name = names.getOrDefault(claimed, claimed);
        List<Alternatives.Alternative> named =
                alternatives.stream().filter(it -> it.name().equals(name)).toList();
        return named.isEmpty() ? alternatives : named;
    }
}
