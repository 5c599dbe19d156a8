package dev.countersign.openapi.check;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.contract.SchemaWalk;
import dev.countersign.openapi.document.Origins;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds every example against the schema beside it: those of bodies, parameters and headers, and of schemas themselves. */
final class ExampleCheck {
    private final Contract contract;
    private final Schemas schemas;
    private final Origins origins;
    private final Set<Problem> problems = new LinkedHashSet<>();

    ExampleCheck(LoadedContract loaded) {
        this.contract = loaded.contract();
        this.schemas = Schemas.of(contract);
        this.origins = loaded.origins();
    }

    /** Every violation once, although what is shared under components is met from many operations. */
    List<Problem> problems() {
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
        SchemaWalk.visit(contract, this::checkSchema);
        return List.copyOf(problems);
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

    /** Bytes, from a file beside the document, are described by no schema. */
    private void check(List<Example> examples, Optional<SchemaNode> schema, Direction direction) {
        for (Example example : examples) {
            if (schema.isPresent()
                    && example.value().filter(value -> !value.isBinary()).isPresent()) {
                String subject = example.name().isEmpty() ? "The example" : "The example \"" + example.name() + "\"";
                check(example.value().get(), schema.get(), direction, subject, example.pointer());
            }
        }
    }

    private void checkSchema(SchemaNode schema) {
        JsonNode node = schema.node();
        String pointer = schema.pointer();
        if (node.has("default")) {
            // Only a generator of samples reads it, and passes over one that does not fit.
            tell(node.get("default"), schema, Direction.ANY, "The default", pointer + "/default", Severity.WARNING);
        }
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
        tell(value, schema, direction, subject, pointer, Severity.ERROR);
    }

    private void tell(
            JsonNode value, SchemaNode schema, Direction direction, String subject, String pointer, Severity severity) {
        for (SchemaViolation violation : schemas.compile(schema, direction).validate(value)) {
            String where = violation.instancePointer().isEmpty() ? "it" : violation.instancePointer();
            problems.add(new Problem(
                    severity,
                    origins.place(pointer),
                    subject + " does not fit its schema: " + where + " " + violation.message() + ".",
                    "Correct " + (severity == Severity.ERROR ? "the example" : "it") + " or the schema at "
                            + violation.schemaPointer() + "."));
        }
    }
}
