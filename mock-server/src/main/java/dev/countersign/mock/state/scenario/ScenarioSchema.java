package dev.countersign.mock.state.scenario;

import dev.countersign.openapi.check.NearestName;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.document.Source;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of scenarios, {@value #NAME}, which editors can use, too. */
final class ScenarioSchema {
    private static final String NAME = "scenario.schema.json";

    private ScenarioSchema() {}

    /** Adds every place in which a scenario does not fit. */
    static void check(JsonNode scenario, Faults faults) {
        ObjectNode document = read();
        Contract none = new Contract("", "", Dialect.OPENAPI_3_1, List.of(), List.of(), Map.of(), document);
        SchemaNode schema = SchemaNode.of(document, Dialect.OPENAPI_3_1, "");
        Set<String> known = new HashSet<>();
        document.findValues("properties").forEach(properties -> known.addAll(properties.propertyNames()));
        for (SchemaViolation violation :
                Schemas.of(none).compile(schema, Direction.ANY).validate(scenario)) {
            String at = violation.instancePointer();
            boolean isUnknown = violation.keyword().equals("additionalProperties");
            String fix = isUnknown
                    ? NearestName.of(Pointer.last(at), known)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("")
                    : "";
            String what = at.isEmpty() ? "The scenario" : "\"" + Pointer.last(at) + "\"";
            faults.add(at, what + " " + violation.message() + ".", fix);
        }
    }

    private static ObjectNode read() {
        try (InputStream text = ScenarioSchema.class.getResourceAsStream(NAME)) {
            if (text == null) {
                throw new IOException(NAME + " is missing in the jar");
            }
            return (ObjectNode) new Source(NAME, URI.create("scenario:schema"), text.readAllBytes()).tree();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
