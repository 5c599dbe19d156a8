package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.MergePatch;
import dev.countersign.mock.state.scenario.Rule.Named;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a rule leaves behind. */
sealed interface Effect {
    void apply(Scope scope);

    /** The scenario goes to another state. */
    record State(String next) implements Effect {
        @Override
        public void apply(Scope scope) {
            scope.session().state(next);
        }
    }

    /** A collection gets an item, in place of one that has the same key. */
    record Store(ScenarioCollection in, Template item) implements Effect {
        @Override
        public void apply(Scope scope) {
            in.put(scope.session(), item.value(scope));
        }
    }

    /** An item that was found is changed by a merge patch (RFC 7396). */
    record Change(String found, ScenarioCollection in, Template patch) implements Effect {
        @Override
        public void apply(Scope scope) {
            JsonNode changed = MergePatch.apply(scope.named(found), patch.value(scope));
            scope.name(found, changed);
            in.put(scope.session(), changed);
        }
    }

    /** Numbers of an item that was found are increased; one that is not there was 0. */
    record Increase(String found, ScenarioCollection in, List<Named<Template>> by) implements Effect {
        @Override
        public void apply(Scope scope) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : scope.named(found).properties()) {
                item.set(member.getKey(), member.getValue());
            }
            for (Named<Template> each : by) {
                long before = item.path(each.name()).asLong(0);
                item.put(each.name(), before + each.value().value(scope).asLong(0));
            }
            scope.name(found, item);
            in.put(scope.session(), item);
        }
    }

    /** A counter counts on. */
    record Count(String counter) implements Effect {
        @Override
        public void apply(Scope scope) {
            scope.session().next(counter);
        }
    }

    /** All such items are removed. */
    record Remove(Lookup items) implements Effect {
        @Override
        public void apply(Scope scope) {
            items.removeAll(scope);
        }
    }
}
