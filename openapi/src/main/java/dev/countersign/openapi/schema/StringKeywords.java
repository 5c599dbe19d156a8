package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.BoundedPattern;
import dev.countersign.openapi.schema.format.Format;
import java.util.List;
import java.util.Optional;

/** Keywords about strings (JSON Schema 2020-12 validation, sections 6.3 and 7). */
final class StringKeywords {
    private StringKeywords() {}

    static void addTo(List<Check> checks, Site site) {
        Optional<Integer> least = site.count("minLength");
        if (least.isPresent()) {
            checks.add(new Length(site.location("minLength"), least.get(), false));
        }
        Optional<Integer> most = site.count("maxLength");
        if (most.isPresent()) {
            checks.add(new Length(site.location("maxLength"), most.get(), true));
        }
        Optional<BoundedPattern> pattern = BoundedPattern.of(site.text("pattern"));
        if (pattern.isPresent()) {
            checks.add(new PatternCheck(site.location("pattern"), pattern.get()));
        }
        Optional<Format> format = Format.named(site.text("format"));
        if (format.isPresent()) {
            checks.add(new FormatCheck(site.location("format"), format.get()));
        }
    }
}
