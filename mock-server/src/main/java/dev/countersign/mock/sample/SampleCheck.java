package dev.countersign.mock.sample;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.document.Origins;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names the schemas that no value fits, as far as can be found out: what is generated from one of them does not fit it,
 * and no request can. Each place in the document is reported once, however many operations lead to it.
 */
public final class SampleCheck {
    private final Contract contract;
    private final Schemas schemas;
    private final SampleGenerator samples;
    private final Origins origins;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    private SampleCheck(LoadedContract loaded) {
        this.contract = loaded.contract();
        this.schemas = Schemas.of(contract);
        this.samples = SampleGenerator.of(schemas);
        this.origins = loaded.origins();
    }

    /** Warnings about the schemas of parameters, bodies and headers of responses, in the order of the operations. */
    public static List<Problem> problems(LoadedContract loaded) {
        return new SampleCheck(loaded).check();
    }

    private List<Problem> check() {
        for (Operation operation : contract.operations()) {
            String name = " of \"" + operation.id() + "\"";
            for (Parameter parameter : operation.parameters()) {
                check(parameter.schema(), Direction.REQUEST, "parameter " + parameter.name() + name);
            }
            operation
                    .requestBody()
                    .ifPresent(body -> check(body.content(), Direction.REQUEST, "the request body" + name));
            for (ResponseSpec response : operation.responses()) {
                String subject = "response " + response.status() + name;
                check(response.content(), Direction.RESPONSE, subject);
                for (HeaderSpec header : response.headers()) {
                    check(header.schema(), Direction.RESPONSE, "header " + header.name() + " in " + subject);
                }
            }
        }
        return List.copyOf(problems.values());
    }

    private void check(List<MediaTypeSpec> content, Direction direction, String subject) {
        content.forEach(mediaType -> check(mediaType.schema(), direction, subject));
    }

    private void check(Optional<SchemaNode> schema, Direction direction, String subject) {
        schema.filter(it -> isNew(it, direction)).ifPresent(it -> {
            List<SchemaViolation> violations =
                    schemas.compile(it, direction).validate(samples.sample(it, direction, SampleGenerator.PLAIN));
            if (!violations.isEmpty()) {
                report(violations.get(0), subject);
            }
        });
    }

    /** Most schemas of bodies are references to few components. */
    private boolean isNew(SchemaNode schema, Direction direction) {
        return seen.add(direction + " " + schema.resolved().pointer());
    }

    private void report(SchemaViolation violation, String subject) {
        String at = violation.instancePointer().isEmpty() ? "it" : violation.instancePointer();
        problems.computeIfAbsent(
                violation.schemaPointer(),
                pointer -> new Problem(
                        Severity.WARNING,
                        origins.place(pointer),
                        "No value was found that fits the schema of " + subject + ": " + at + " " + violation.message()
                                + ".",
                        fix(violation)));
    }

    private static String fix(SchemaViolation violation) {
        return switch (violation.keyword()) {
            case "oneOf" ->
                "Tell the alternatives apart by \"required\", \"const\" or"
                        + " \"additionalProperties: false\", or write \"anyOf\".";
            case "additionalProperties", "unevaluatedProperties", "properties" ->
                "Allow the property there, or do not require it.";
            case "type", "required" -> "Correct what contradicts it, or what requires itself without an end.";
            default -> "Correct what contradicts it, or give the schema an \"example\" that fits.";
        };
    }
}
