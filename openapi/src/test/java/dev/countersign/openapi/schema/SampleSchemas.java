package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.format.Budget;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contracts that consist of nothing but schemas, written as JSON with single quotes. */
final class SampleSchemas {
    private static final JsonMapper JSON = new JsonMapper();

    private SampleSchemas() {}

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    /** Compiles {@code components.schemas.Subject} of the given members of {@code components.schemas}. */
    static CompiledSchema subject(Dialect dialect, Direction direction, String schemas) {
        ObjectNode document = JSON.createObjectNode();
        JsonNode all = json("{" + schemas + "}");
        document.putObject("components").set("schemas", all);
        SchemaNode subject = SchemaNode.of(document, dialect, "/components/schemas/Subject");
        return Schemas.of(contract(dialect, document)).compile(subject, direction);
    }

    static CompiledSchema subject(String schemas) {
        return subject(Dialect.OPENAPI_3_1, Direction.ANY, schemas);
    }

    static Contract contract(Dialect dialect, ObjectNode document) {
        return new Contract("sample", "1", dialect, List.of(), List.of(), Map.of(), document);
    }

    /** Whether a text's value is accepted while it is read. */
    static boolean acceptsText(CompiledSchema schema, String text) {
        return acceptsText(schema, text, new Budget(100_000_000));
    }

    static boolean acceptsText(CompiledSchema schema, String text, Budget budget) {
        try (JsonParser parser = JSON.createParser(text)) {
            return schema.accepts(parser, budget);
        }
    }

    /** The violations, each as {@code pointer: message}. */
    static List<String> violations(CompiledSchema schema, String value) {
        return schema.validate(json(value)).stream()
                .map(violation -> violation.instancePointer() + ": " + violation.message())
                .toList();
    }
}
