package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Keywords about objects (JSON Schema 2020-12 core, section 10.3.2, and validation, section 6.5). */
final class ObjectKeywords {
    private ObjectKeywords() {}

    static void addTo(List<Check> checks, Site site, SchemaCompiler compiler) {
        List<String> required =
                names(site.schema().path("required"), site.scope().exempt());
        if (!required.isEmpty()) {
            checks.add(new Required(site.location("required"), required));
        }
        Optional<Integer> least = site.count("minProperties");
        if (least.isPresent()) {
            checks.add(new Size(site.location("minProperties"), least.get(), false, false));
        }
        Optional<Integer> most = site.count("maxProperties");
        if (most.isPresent()) {
            checks.add(new Size(site.location("maxProperties"), most.get(), true, false));
        }
        addProperties(checks, site, compiler);
        if (site.get("propertyNames") != null) {
            Check name = compiler.compile(site.part("propertyNames"));
            checks.add(new PropertyNames(site.location("propertyNames"), name));
        }
        addDependent(checks, site, compiler);
    }

    private static void addProperties(List<Check> checks, Site site, SchemaCompiler compiler) {
        Map<String, Check> named = new LinkedHashMap<>();
        Site properties = site.part("properties");
        for (String name : properties.keywordNames()) {
            named.put(name, compiler.compile(properties.named(name)));
        }
        List<Properties.Patterned> patterned = new ArrayList<>();
        Site patterns = site.part("patternProperties");
        for (String source : patterns.keywordNames()) {
            Optional<BoundedPattern> pattern = BoundedPattern.of(source);
            if (pattern.isPresent()) {
                patterned.add(new Properties.Patterned(pattern.get(), compiler.compile(patterns.named(source))));
            }
        }
        boolean marksAdditional = site.get("additionalProperties") != null;
        Check additional = compiler.compile(site.part("additionalProperties"));
        if (!named.isEmpty() || !patterned.isEmpty() || marksAdditional) {
            checks.add(new Properties(named, List.copyOf(patterned), additional, marksAdditional));
        }
    }

    private static void addDependent(List<Check> checks, Site site, SchemaCompiler compiler) {
        Site required = site.same("dependentRequired");
        for (String name : required.keywordNames()) {
            List<String> names =
                    names(required.schema().path(name), site.scope().exempt());
            checks.add(new Dependent(name, new Required(site.location("dependentRequired"), names)));
        }
        Site schemas = site.same("dependentSchemas");
        for (String name : schemas.keywordNames()) {
            checks.add(new Dependent(name, compiler.compile(schemas.named(name))));
        }
        // Before 2019-09 both were one keyword.
        Site either = site.same("dependencies");
        for (String name : either.keywordNames()) {
            Site dependency = either.named(name);
            List<String> names = names(dependency.schema(), site.scope().exempt());
            checks.add(new Dependent(
                    name,
                    names.isEmpty()
                            ? compiler.compile(dependency)
                            : new Required(site.location("dependencies"), names)));
        }
    }

    private static List<String> names(JsonNode list, Set<String> exempt) {
        List<String> names = new ArrayList<>();
        if (list.isArray()) {
            for (JsonNode name : list) {
                if (name.isString() && !exempt.contains(name.stringValue()) && !names.contains(name.stringValue())) {
                    names.add(name.stringValue());
                }
            }
        }
        return names;
    }
}
