package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contracts that consist of nothing but schemas, written as JSON with single quotes. */
final class SampleContracts {
    private static final JsonMapper JSON = new JsonMapper();

    private SampleContracts() {}

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    /** A contract with the given members of {@code components.schemas}. */
    static Contract of(Dialect dialect, String schemas) {
        return of(dialect, json("{" + schemas + "}"));
    }

    static Contract of(Dialect dialect, JsonNode schemas) {
        ObjectNode document = JSON.createObjectNode();
        document.putObject("components").set("schemas", schemas);
        return new Contract("sample", "1", dialect, List.of(), List.of(), Map.of(), document);
    }

    static SchemaNode schema(Contract contract, String name) {
        return SchemaNode.of(contract.document(), contract.dialect(), "/components/schemas/" + name);
    }
}
