package dev.countersign.openapi;

import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds every example against the schema beside it: those of bodies, parameters and headers, and of schemas themselves. */
final class ExampleCheck {
    private final Contract contract;
    private final Schemas schemas;
    private final Report report;

    ExampleCheck(Contract contract, Report report) {
        this.contract = contract;
        this.schemas = Schemas.of(contract);
        this.report = report;
    }

    void check() {
        for (Operation operation : contract.operations()) {
            for (Parameter parameter : operation.parameters()) {
                check(parameter.examples(), parameter.schema(), Direction.REQUEST);
            }
            operation.requestBody().ifPresent(body -> checkContent(body.content(), Direction.REQUEST));
            for (ResponseSpec response : operation.responses()) {
                checkContent(response.content(), Direction.RESPONSE);
                for (HeaderSpec header : response.headers()) {
                    check(header.examples(), header.schema(), Direction.RESPONSE);
                }
            }
        }
        new DocumentWalk(this::checkSchema).walk(contract.document());
    }

    private void checkContent(List<MediaTypeSpec> content, Direction direction) {
        for (MediaTypeSpec mediaType : content) {
            boolean json = mediaType.name().toLowerCase(Locale.ROOT).contains("json");
            List<Example> examples = mediaType.examples().stream()
                    // Outside JSON a text is the body as it travels, which no schema of an object describes.
                    .filter(example ->
                            json || example.value().filter(JsonNode::isString).isEmpty())
                    .toList();
            check(examples, mediaType.schema(), direction);
        }
    }

    private void check(List<Example> examples, Optional<SchemaNode> schema, Direction direction) {
        for (Example example : examples) {
            if (schema.isPresent() && example.value().isPresent()) {
                String subject = example.name().isEmpty() ? "The example" : "The example \"" + example.name() + "\"";
                check(example.value().get(), schema.get(), direction, subject, example.pointer());
            }
        }
    }

    private void checkSchema(ObjectNode node, Kind kind, String pointer) {
        if (kind != Kind.SCHEMA) {
            return;
        }
        SchemaNode schema = new SchemaNode(pointer, node);
        if (node.has("example")) {
            check(node.get("example"), schema, Direction.ANY, "The schema's example", pointer + "/example");
        }
        if (node.path("examples").isArray()) {
            for (int i = 0; i < node.get("examples").size(); i++) {
                String at = Pointer.child(pointer + "/examples", i);
                check(node.get("examples").get(i), schema, Direction.ANY, "The schema's example", at);
            }
        }
    }

    private void check(JsonNode value, SchemaNode schema, Direction direction, String subject, String pointer) {
        for (SchemaViolation violation : schemas.compile(schema, direction).validate(value)) {
            String where = violation.instancePointer().isEmpty() ? "it" : violation.instancePointer();
            report.error(
                    pointer,
                    subject + " does not fit its schema: " + where + " " + violation.message() + ".",
                    "Mend the example or the schema at " + violation.schemaPointer() + ".");
        }
    }
}
