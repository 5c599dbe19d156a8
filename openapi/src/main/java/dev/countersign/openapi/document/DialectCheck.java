package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.json.Pointer;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says how schemas are read that are declared to be in another dialect of JSON Schema (OAS 3.1 section 4.8.24.5). */
public final class DialectCheck {
    /** What the engine reads: 2020-12, with and without the vocabularies of OpenAPI. */
    private static final List<String> KNOWN = List.of(
            "https://json-schema.org/draft/2020-12/",
            "https://spec.openapis.org/oas/3.1/",
            "https://spec.openapis.org/oas/3.2/");

    private static final String FIX = "Write the schemas in 2020-12, and leave the dialect out.";

    private DialectCheck() {}

    /** A warning when the document's dialect is another one; before 3.1 there was none to choose. */
    public static Optional<Problem> ofDocument(ObjectNode document, Dialect dialect, Origins origins) {
        return dialect == Dialect.OPENAPI_3_0
                ? Optional.empty()
                : message(document.path("jsonSchemaDialect"))
                        .map(what -> new Problem(Severity.WARNING, origins.place("/jsonSchemaDialect"), what, FIX));
    }

    /** Warns of a single schema that declares itself to be in another dialect. */
    public static void ofSchema(ObjectNode schema, String pointer, Report report) {
        message(schema.path("$schema")).ifPresent(what -> report.warning(Pointer.child(pointer, "$schema"), what, FIX));
    }

    private static Optional<String> message(JsonNode declared) {
        String name = declared.asString("");
        if (name.isEmpty() || KNOWN.stream().anyMatch(name::startsWith)) {
            return Optional.empty();
        }
        boolean early = name.contains("json-schema.org/draft-0");
        return Optional.of("The dialect \"" + name + "\" is read as JSON Schema 2020-12: "
                + (early ? "what stands beside a \"$ref\" counts" : "keywords of its own demand nothing") + ".");
    }
}
