package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.scenario.Rule.Named;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads what a rule leaves behind.
 *
 * @param found the collections of the items that the rule finds, by the items' names
 */
record EffectReader(
        Definitions definitions, Map<String, ScenarioCollection> found, ExpressionReader expressions, RuleReader rule) {
    List<Effect> read(JsonNode then, String pointer) {
        List<Effect> effects = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : then.path("remove").properties()) {
            String place = pointer + "/remove/" + each.getKey();
            rule.collection(each.getKey(), place).ifPresent(in -> {
                ExpectedReader expected = new ExpectedReader(expressions);
                JsonNode lookup = JsonNodeFactory.instance
                        .objectNode()
                        .put("in", each.getKey())
                        .set("where", each.getValue());
                rule.lookup(lookup, place, expected).ifPresent(items -> effects.add(new Effect.Remove(items)));
            });
        }
        for (Map.Entry<String, JsonNode> each : then.path("change").properties()) {
            String place = pointer + "/change/" + each.getKey();
            Template patch = expressions.template(each.getValue(), place);
            found(each.getKey(), place).ifPresent(in -> effects.add(new Effect.Change(each.getKey(), in, patch)));
        }
        for (Map.Entry<String, JsonNode> each : then.path("increase").properties()) {
            String place = pointer + "/increase/" + each.getKey();
            List<Named<Template>> by = new ArrayList<>();
            each.getValue()
                    .properties()
                    .forEach(member -> by.add(new Named<>(
                            member.getKey(),
                            expressions.template(member.getValue(), Pointer.child(place, member.getKey())))));
            found(each.getKey(), place).ifPresent(in -> effects.add(new Effect.Increase(each.getKey(), in, by)));
        }
        for (Map.Entry<String, JsonNode> each : then.path("store").properties()) {
            String place = pointer + "/store/" + each.getKey();
            Iterable<JsonNode> items = each.getValue().isArray() ? each.getValue() : List.of(each.getValue());
            rule.collection(each.getKey(), place)
                    .ifPresent(in -> items.forEach(
                            item -> effects.add(new Effect.Store(in, expressions.template(item, place)))));
        }
        JsonNode count = then.path("count");
        Iterable<JsonNode> counters = count.isArray() ? count : count.isMissingNode() ? List.of() : List.of(count);
        counters.forEach(counter -> effects.add(new Effect.Count(counter.asString(""))));
        if (then.has("state")) {
            effects.add(new Effect.State(then.path("state").asString("")));
        }
        return effects;
    }

    private Optional<ScenarioCollection> found(String name, String pointer) {
        ScenarioCollection in = found.get(name);
        if (in == null) {
            expressions.faults().unknown(pointer, "found item", name, found.keySet());
        }
        return Optional.ofNullable(in);
    }
}
