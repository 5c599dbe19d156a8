package dev.countersign.openapi.schema;

import java.util.List;

/** Keywords about strings (JSON Schema 2020-12 validation, sections 6.3 and 7). */
final class StringKeywords {
    private StringKeywords() {}

    static void addTo(List<Check> checks, Site site) {
        site.count("minLength").ifPresent(limit -> checks.add(new Length(site.origin("minLength"), limit, false)));
        site.count("maxLength").ifPresent(limit -> checks.add(new Length(site.origin("maxLength"), limit, true)));
        site.text("pattern")
                .flatMap(BoundedPattern::of)
                .ifPresent(pattern -> checks.add(new PatternCheck(site.origin("pattern"), pattern)));
        site.text("format")
                .flatMap(Format::named)
                .ifPresent(format -> checks.add(new FormatCheck(site.origin("format"), format)));
    }
}
