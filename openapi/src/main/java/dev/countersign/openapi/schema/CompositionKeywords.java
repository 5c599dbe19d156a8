package dev.countersign.openapi.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Keywords that apply further schemas to the same value (JSON Schema 2020-12 core, section 10.2). */
final class CompositionKeywords {
    private CompositionKeywords() {}

    static void addTo(List<Check> checks, Site site, SchemaCompiler compiler) {
        for (Site element : site.same("allOf").elements()) {
            checks.add(compiler.compile(element));
        }
        addAlternatives(checks, site, "anyOf", compiler);
        addAlternatives(checks, site, "oneOf", compiler);
        if (site.get("not") != null) {
            checks.add(new Not(site.location("not"), compiler.compile(site.same("not"))));
        }
        if (site.get("if") != null) {
            checks.add(new Conditional(
                    compiler.compile(site.same("if")),
                    compiler.compile(site.same("then")),
                    compiler.compile(site.same("else"))));
        }
    }

    private static void addAlternatives(List<Check> checks, Site site, String keyword, SchemaCompiler compiler) {
        List<Site> elements = site.same(keyword).elements();
        // A parent that lists its children, each of which includes the parent by allOf: seen from a child, that list
        // is decided already.
        if (elements.isEmpty() || elements.stream().anyMatch(compiler::isAlreadyApplied)) {
            return;
        }
        List<AlternativesCheck.Alternative> alternatives = new ArrayList<>();
        for (Site element : elements) {
            String name = compiler.referenceName(element);
            String title = element.schema().path("title").asString("");
            String shown = name.isEmpty() ? title : name;
            alternatives.add(new AlternativesCheck.Alternative(
                    shown.isBlank() ? "alternative " + (alternatives.size() + 1) : shown, compiler.compile(element)));
        }
        checks.add(new AlternativesCheck(
                site.location(keyword), keyword.equals("oneOf"), List.copyOf(alternatives), discriminator(site)));
    }

    private static Discriminator discriminator(Site site) {
        JsonNode discriminator = site.schema().path("discriminator");
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : discriminator.path("mapping").properties()) {
            names.put(entry.getKey(), lastToken(entry.getValue()));
        }
        return new Discriminator(
                discriminator.path("propertyName").asString(""),
                Map.copyOf(names),
                lastToken(discriminator.path("defaultMapping")));
    }

    private static String lastToken(JsonNode reference) {
        String target = reference.asString("");
        return target.substring(target.lastIndexOf('/') + 1);
    }
}
