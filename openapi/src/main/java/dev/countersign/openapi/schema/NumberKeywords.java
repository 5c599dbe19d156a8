package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keywords about numbers (JSON Schema 2020-12 validation, section 6.2), and the formats int32 and int64. */
final class NumberKeywords {
    private NumberKeywords() {}

    static void addTo(List<Check> checks, Site site) {
        // In OpenAPI 3.0 the exclusive forms are booleans that sharpen the others; the numeric forms stand alone.
        boolean sharpMinimum = site.schema().path("exclusiveMinimum").asBoolean(false);
        boolean sharpMaximum = site.schema().path("exclusiveMaximum").asBoolean(false);
        add(checks, site, "minimum", sharpMinimum ? NumberLimit.Relation.MORE_THAN : NumberLimit.Relation.AT_LEAST);
        add(checks, site, "exclusiveMinimum", NumberLimit.Relation.MORE_THAN);
        add(checks, site, "maximum", sharpMaximum ? NumberLimit.Relation.LESS_THAN : NumberLimit.Relation.AT_MOST);
        add(checks, site, "exclusiveMaximum", NumberLimit.Relation.LESS_THAN);
        Optional<BigDecimal> divisor = number(site, "multipleOf");
        if (divisor.isPresent() && divisor.get().signum() > 0) {
            checks.add(new MultipleOf(site.location("multipleOf"), divisor.get()));
        }
        switch (site.text("format")) {
            case "int32" -> addRange(checks, site, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> addRange(checks, site, Long.MIN_VALUE, Long.MAX_VALUE);
            default -> {}
        }
    }

    private static void add(List<Check> checks, Site site, String keyword, NumberLimit.Relation relation) {
        Optional<BigDecimal> limit = number(site, keyword);
        if (limit.isPresent()) {
            checks.add(new NumberLimit(site.location(keyword), relation, limit.get()));
        }
    }

    private static void addRange(List<Check> checks, Site site, long least, long most) {
        KeywordLocation location = site.location("format");
        checks.add(new NumberLimit(location, NumberLimit.Relation.AT_LEAST, BigDecimal.valueOf(least)));
        checks.add(new NumberLimit(location, NumberLimit.Relation.AT_MOST, BigDecimal.valueOf(most)));
    }

    private static Optional<BigDecimal> number(Site site, String keyword) {
        JsonNode node = site.schema().path(keyword);
        return node.isNumber() && Numbers.isFinite(node) ? Optional.of(node.decimalValue()) : Optional.empty();
    }
}
