package dev.countersign.openapi.schema;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code discriminator} (OAS 3.1 section 4.8.25). It says which alternative a value claims to be. That selects the violations that
 * are reported, and it settles a {@code oneOf} whose alternatives overlap; it never refuses a value that fits exactly one.
 *
 * @param property the name of the property that says so; empty when there is no discriminator
 * @param names the alternative's name by the property's value, where the mapping says so
 * @param otherwise the alternative that a value without a known claim claims (OAS 3.2 {@code defaultMapping}); empty for none
 */
record Discriminator(String property, Map<String, String> names, String otherwise) {
    static final Discriminator NONE = new Discriminator("", Map.of(), "");

    /** The alternatives with the name that the value claims; empty when it claims none of them. */
    List<AlternativesCheck.Alternative> claimed(JsonNode value, List<AlternativesCheck.Alternative> alternatives) {
        String claim = property.isEmpty() ? "" : value.path(property).asString("");
        List<AlternativesCheck.Alternative> named =
                claim.isEmpty() ? List.of() : named(names.getOrDefault(claim, claim), alternatives);
        return named.isEmpty() && !otherwise.isEmpty() ? named(otherwise, alternatives) : named;
    }

    private static List<AlternativesCheck.Alternative> named(
            String name, List<AlternativesCheck.Alternative> alternatives) {
        return alternatives.stream().filter(it -> it.name().equals(name)).toList();
    }
}
