package dev.countersign.mock.sample;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.contract.SchemaWalk;
import dev.countersign.openapi.document.Origins;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Names every example that is not served as it is written, because it does not fit its schema, with what is changed. */
public final class RepairCheck {
    private final Contract contract;
    private final Origins origins;
    private final SampleGenerator samples;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    private RepairCheck(LoadedContract loaded) {
        this.contract = loaded.contract();
        this.origins = loaded.origins();
        this.samples = SampleGenerator.of(contract);
    }

    /** Warnings about the examples of responses and of schemas; each once, however many operations lead to it. */
    public static List<Problem> problems(LoadedContract loaded) {
        return new RepairCheck(loaded).check();
    }

    private List<Problem> check() {
        for (Operation operation : contract.operations()) {
            for (ResponseSpec response : operation.responses()) {
                for (MediaTypeSpec content : response.content()) {
                    boolean json = content.name().toLowerCase(Locale.ROOT).contains("json");
                    content.examples().forEach(example -> check(example, content.schema(), json));
                }
                for (HeaderSpec header : response.headers()) {
                    header.examples().forEach(example -> check(example, header.schema(), true));
                }
            }
        }
        SchemaWalk.visit(contract, this::check);
        return List.copyOf(problems.values());
    }

    /** Outside JSON a text is the body as it travels. */
    private void check(Example example, Optional<SchemaNode> schema, boolean json) {
        Optional<JsonNode> value = example.value().filter(it -> !it.isBinary()).filter(it -> json || !it.isString());
        if (schema.isPresent() && value.isPresent()) {
            String name = example.name().isEmpty() ? "" : " \"" + example.name() + "\"";
            check(value.get(), schema.get(), "The example" + name, example.pointer());
        }
    }

    private void check(SchemaNode schema) {
        JsonNode node = schema.node();
        if (node.has("example")) {
            check(node.path("example"), schema, "The schema's example", schema.pointer() + "/example");
        }
        for (int i = 0;
                node.path("examples").isArray() && i < node.path("examples").size();
                i++) {
            String at = Pointer.child(schema.pointer() + "/examples", i);
            check(node.path("examples").get(i), schema, "The schema's example", at);
        }
        if (node.has("default") && !node.has("example") && !node.has("examples")) {
            check(node.path("default"), schema, "The default", schema.pointer() + "/default");
        }
    }

    private void check(JsonNode value, SchemaNode schema, String subject, String pointer) {
        String repairs = Repairs.between(value, samples.fit(schema, Direction.RESPONSE, value));
        if (!repairs.isEmpty()) {
            problems.computeIfAbsent(
                    pointer,
                    at -> new Problem(
                            Severity.WARNING,
                            origins.place(at),
                            subject + " is served repaired: " + repairs + ".",
                            "Write it as it is to be served."));
        }
    }
}
