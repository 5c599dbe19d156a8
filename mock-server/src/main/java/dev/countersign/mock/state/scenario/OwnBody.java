package dev.countersign.mock.state.scenario;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.state.FittedBody;
import dev.countersign.mock.state.scenario.Rule.Named;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.Direction;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body that a rule wants: its own, or the documented one, with values put into places. */
record OwnBody(RuleAnswer answer, FittedBody bodies) {
    JsonNode of(Choice.Documented documented, SchemaNode schema, Scope scope) {
        JsonNode body = answer.body()
                .map(own -> own.value(scope))
                .or(() -> documented.representation().example().flatMap(Example::value))
                .orElseGet(() -> bodies.samples().sample(schema, Direction.RESPONSE, SampleGenerator.PLAIN))
                .deepCopy();
        for (Named<Template> each : answer.with()) {
            JsonNode value = each.value().value(scope);
            if (!value.isMissingNode()) {
                body = put(body, Pointer.tokens(each.name()), value);
            }
        }
        return body;
    }

    /** Objects on the way are made where there is nothing. */
    private static JsonNode put(JsonNode target, List<String> way, JsonNode value) {
        if (way.isEmpty()) {
            return value;
        }
        String step = way.get(0);
        List<String> rest = way.subList(1, way.size());
        if (target instanceof ArrayNode array && step.matches("\\d{1,6}")) {
            int index = Integer.parseInt(step);
            JsonNode changed = put(array.path(index), rest, value);
            return index < array.size() ? array.set(index, changed) : array.add(changed);
        }
        ObjectNode object = target instanceof ObjectNode own ? own : JsonNodeFactory.instance.objectNode();
        return object.set(step, put(object.path(step), rest, value));
    }
}
