package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.Grammar;
import dev.countersign.openapi.contract.Kind;
import dev.countersign.openapi.document.DialectCheck;
import dev.countersign.openapi.document.Report;
import dev.countersign.openapi.json.Pointer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules about what stands in fields that are there and of the right type. What breaks one of them has no effect, and the
 * rest of the document can still be served, so that all of these are warnings.
 */
final class ValueCheck {
    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");
    private static final Set<String> STYLES =
            Set.of("matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie");
    private static final Map<String, Set<String>> SCHEME_FIELDS = Map.of(
            "apiKey", Set.of("name", "in"),
            "http", Set.of("scheme"),
            "oauth2", Set.of("flows"),
            "openIdConnect", Set.of("openIdConnectUrl"),
            "mutualTLS", Set.of());

    /** Keywords of JSON Schema and OpenAPI that hold no schema; those that do are in the {@link Grammar}. */
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "enum",
            "const",
            "required",
            "format",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "default",
            "example",
            "examples",
            "description",
            "title",
            "nullable",
            "readOnly",
            "writeOnly",
            "deprecated",
            "contentEncoding",
            "contentMediaType");

    private final Report report;
    private final boolean itemsNeeded;
    private final Set<String> schemaFields = new HashSet<>(KEYWORDS);

    ValueCheck(ObjectNode document, Report report) {
        this.report = report;
        this.itemsNeeded = document.path("openapi").asString("").startsWith("3.0");
        schemaFields.addAll(Grammar.fields(Kind.SCHEMA).keySet());
    }

    /** What the author of a field that the object does not have may have meant. */
    static String fixForUnknown(String name, Kind kind) {
        Set<String> fields = Grammar.fields(kind).keySet();
        if (fields.contains("schema") && KEYWORDS.contains(name)) {
            return "Move it into \"schema\".";
        }
        return NearestName.of(name, fields)
                .map(meant -> "Did you mean \"" + meant + "\"?")
                .orElse("Remove it, or start its name with \"x-\".");
    }

    void check(ObjectNode node, Kind kind, String pointer) {
        switch (kind) {
            case PARAMETER -> {
                if (!node.path("in").asString("").equals("querystring")) {
                    among(node, "in", PLACES, pointer, "The parameter is ignored. Use path, query, header or cookie.");
                }
                among(node, "style", STYLES, pointer, "The usual style is used.");
            }
            case SECURITY_SCHEME -> securityScheme(node, pointer);
            case OPERATION, PATH_ITEM -> parameters(node.path("parameters"), Pointer.child(pointer, "parameters"));
            case RESPONSE, REQUEST_BODY -> content(node.path("content"), Pointer.child(pointer, "content"));
            case SCHEMA -> schema(node, pointer);
            default -> {
                // Nothing that the table of fields does not say.
            }
        }
    }

    private void among(ObjectNode node, String field, Set<String> values, String pointer, String fix) {
        JsonNode value = node.path(field);
        if (value.isString() && !values.contains(value.stringValue())) {
            String guess = NearestName.of(value.stringValue(), values)
                    .map(name -> " Did you mean \"" + name + "\"?")
                    .orElse("");
            report.warning(
                    Pointer.child(pointer, field),
                    "\"" + value.stringValue() + "\" is no value of \"" + field + "\"." + guess,
                    fix);
        }
    }

    private void securityScheme(ObjectNode scheme, String pointer) {
        among(scheme, "type", SCHEME_FIELDS.keySet(), pointer, "The scheme is ignored.");
        for (String field : SCHEME_FIELDS.getOrDefault(scheme.path("type").asString(""), Set.of())) {
            if (!scheme.has(field)) {
                report.warning(
                        pointer, "The security scheme has no \"" + field + "\", which its type needs.", "Add it.");
            }
        }
    }

    private void parameters(JsonNode list, String pointer) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            JsonNode parameter = list.get(i);
            String name = parameter.path("name").asString("");
            if (!name.isEmpty() && !seen.add(parameter.path("in").asString("") + " " + name)) {
                report.warning(
                        Pointer.child(pointer, i),
                        "The parameter \"" + name + "\" is described twice; the last counts.",
                        "Remove one.");
            }
        }
    }

    private void content(JsonNode content, String pointer) {
        for (var entry : content.properties()) {
            if (entry.getKey().indexOf('/') < 0 && !entry.getKey().startsWith("x-")) {
                report.warning(
                        Pointer.child(pointer, entry.getKey()),
                        "\"" + entry.getKey() + "\" is not a media type and is ignored.",
                        "Name one, for instance application/json.");
            }
        }
    }

    private void schema(ObjectNode schema, String pointer) {
        if (itemsNeeded && schema.path("type").asString("").equals("array") && !schema.has("items")) {
            report.warning(pointer, "The array has no \"items\", so anything may be in it.", "Add them.");
        }
        DialectCheck.ofSchema(schema, pointer, report);
        for (var entry : schema.properties()) {
            String name = entry.getKey();
            if (!schemaFields.contains(name) && !name.startsWith("x-") && !name.startsWith("$")) {
                NearestName.of(name, schemaFields)
                        .ifPresent(meant -> report.warning(
                                Pointer.child(pointer, name),
                                "\"" + name + "\" is not a keyword of schemas and demands nothing.",
                                "Did you mean \"" + meant + "\"?"));
            }
        }
    }
}
