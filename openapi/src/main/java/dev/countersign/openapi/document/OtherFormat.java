package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A file that people take for an OpenAPI document, and that is something else.
 *
 * @param isMeant whether a tree is such a file
 * @param what what it is, as a sentence
 * @param fix what to do instead, as a sentence
 */
record OtherFormat(Predicate<JsonNode> isMeant, String what, String fix) {
    private static final List<OtherFormat> ALL = List.of(
            new OtherFormat(
                    tree -> tree.isMissingNode() || tree.isNull(),
                    "The file is empty.",
                    "Write an OpenAPI document into it, or name another file."),
            new OtherFormat(
                    OtherFormat::isPostman,
                    "This is a Postman collection, not an OpenAPI document.",
                    "Let Postman generate an API definition of it and export that, or convert it with a tool such as"
                            + " postman-to-openapi."),
            new OtherFormat(
                    tree -> tree.path("log").path("entries").isArray(),
                    "This is an HTTP archive (HAR), not an OpenAPI document.",
                    "Convert it with a tool such as har-to-openapi, or record a real server with: proxy … --record."),
            new OtherFormat(
                    tree -> tree.has("asyncapi"),
                    "This is an AsyncAPI document, which describes messages.",
                    "Name the OpenAPI document of the same system's HTTP API."),
            new OtherFormat(
                    tree -> tree.has("arazzo"),
                    "This is an Arazzo document, which describes workflows.",
                    "Name the OpenAPI document that its sourceDescriptions refer to."),
            new OtherFormat(
                    tree -> tree.has("overlay") && tree.has("actions"),
                    "This is an OpenAPI overlay, which changes another document.",
                    "Apply it first, and name the result."),
            new OtherFormat(
                    tree -> tree.has("__export_format")
                            || tree.path("type").asString("").contains("insomnia"),
                    "This is an Insomnia export, not an OpenAPI document.",
                    "Export the design document of the same API as OpenAPI."),
            new OtherFormat(
                    tree -> tree.has("$schema") && !tree.has("openapi") && !tree.has("swagger"),
                    "This is a JSON Schema, not an OpenAPI document.",
                    "Refer to it from an OpenAPI document with $ref."));

    private static boolean isPostman(JsonNode tree) {
        JsonNode info = tree.path("info");
        boolean described = info.path("schema").asString("").contains("postman") || info.has("_postman_id");
        boolean firstVersion = tree.path("requests").isArray() && tree.has("order");
        return described || firstVersion || tree.has("_postman_variable_scope");
    }

    /** What is to be said of a file that is none of OpenAPI; empty when it may be one. */
    static Optional<Problem> of(Source document) {
        JsonNode tree = document.tree();
        return ALL.stream()
                .filter(format -> format.isMeant.test(tree))
                .findFirst()
                .map(format -> new Problem(Severity.ERROR, document.place(""), format.what, format.fix));
    }
}
