package dev.countersign.openapi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keywords about arrays (JSON Schema 2020-12 core, section 10.3.1, and validation, section 6.4). */
final class ArrayKeywords {
    private ArrayKeywords() {}

    static void addTo(List<Check> checks, Site site, SchemaCompiler compiler) {
        Optional<Integer> least = site.count("minItems");
        if (least.isPresent()) {
            checks.add(new Size(site.location("minItems"), least.get(), false, true));
        }
        Optional<Integer> most = site.count("maxItems");
        if (most.isPresent()) {
            checks.add(new Size(site.location("maxItems"), most.get(), true, true));
        }
        if (site.schema().path("uniqueItems").asBoolean(false)) {
            checks.add(new UniqueItems(site.location("uniqueItems")));
        }
        addItems(checks, site, compiler);
        if (site.get("contains") != null) {
            checks.add(new Contains(
                    site.location("contains"),
                    compiler.compile(site.part("contains")),
                    site.count("minContains").orElse(1),
                    site.count("maxContains").orElse(Integer.MAX_VALUE)));
        }
    }

    private static void addItems(List<Check> checks, Site site, SchemaCompiler compiler) {
        JsonNode items = site.get("items");
        JsonNode prefixItems = site.get("prefixItems");
        if (items == null && prefixItems == null) {
            return;
        }
        // Before 2020-12 the tuple was written as an array under "items" and the rest under "additionalItems".
        boolean old = items != null && items.isArray();
        List<Check> prefix = new ArrayList<>();
        for (Site item : site.part(old ? "items" : "prefixItems").elements()) {
            prefix.add(compiler.compile(item));
        }
        String rest = old ? "additionalItems" : "items";
        checks.add(new Items(List.copyOf(prefix), compiler.compile(site.part(rest)), site.get(rest) != null));
    }
}
