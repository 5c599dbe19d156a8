package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.scenario.Rule.Named;
import dev.countersign.mock.state.scenario.Rule.When;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads one rule, whose structure fits the schema of scenarios already. What it names and is not there is a fault.
 *
 * @param operation what the rule is about
 * @param definitions what the scenario defines beside its rules
 */
record RuleReader(Operation operation, Definitions definitions, Faults faults) {
    Rule read(JsonNode rule, String pointer) {
        Vocabulary vocabulary = new Vocabulary(operation, definitions.tokens());
        ExpressionReader expressions = new ExpressionReader(vocabulary, faults);
        ExpectedReader expected = new ExpectedReader(expressions);
        Map<String, ScenarioCollection> found = new HashMap<>();
        List<Named<Lookup>> find = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : rule.path("find").properties()) {
            Optional<Lookup> lookup = lookup(each.getValue(), pointer + "/find/" + each.getKey(), expected);
            lookup.ifPresent(one -> {
                find.add(new Named<>(each.getKey(), one));
                found.put(each.getKey(), one.in());
            });
            vocabulary.add(each.getKey());
        }
        List<Lookup> unless = new ArrayList<>();
        for (int i = 0; i < rule.path("unless").size(); i++) {
            lookup(rule.path("unless").get(i), pointer + "/unless/" + i, expected)
                    .ifPresent(unless::add);
        }
        List<When> when = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : rule.path("when").properties()) {
            String place = Pointer.child(pointer + "/when", each.getKey());
            when.add(new When(expressions.read(each.getKey(), place), expected.read(each.getValue(), place)));
        }
        List<Named<Template>> let = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : rule.path("let").properties()) {
            String place = pointer + "/let/" + each.getKey();
            let.add(new Named<>(each.getKey(), expressions.template(each.getValue(), place)));
            vocabulary.add(each.getKey());
        }
        Optional<RuleAnswer> answer = rule.has("answer")
                ? Optional.of(new AnswerReader(operation, expressions).read(rule.get("answer"), pointer + "/answer"))
                : Optional.empty();
        List<Effect> effects =
                new EffectReader(definitions, found, expressions, this).read(rule.path("then"), pointer + "/then");
        return new Rule(
                states(rule.path("in"), pointer + "/in"),
                find,
                unless,
                when,
                let,
                answer,
                effects,
                "the scenario's " + pointer);
    }

    private Set<String> states(JsonNode in, String pointer) {
        Set<String> states = new HashSet<>();
        Iterable<JsonNode> written = in.isArray() ? in : in.isMissingNode() ? List.of() : List.of(in);
        for (JsonNode each : written) {
            String state = each.asString("");
            states.add(state);
            if (!definitions.states().contains(state)) {
                faults.unknown(pointer, "state", state, definitions.states());
            }
        }
        return states;
    }

    /** A key of {@code where} is a property, or a JSON pointer. */
    Optional<Lookup> lookup(JsonNode written, String pointer, ExpectedReader expected) {
        Optional<ScenarioCollection> in = collection(written.path("in").asString(""), pointer + "/in");
        Map<String, Expected> where = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : written.path("where").properties()) {
            String at = each.getKey().startsWith("/") ? each.getKey() : Pointer.child("", each.getKey());
            where.put(at, expected.read(each.getValue(), Pointer.child(pointer + "/where", each.getKey())));
        }
        return in.map(collection -> new Lookup(collection, where));
    }

    Optional<ScenarioCollection> collection(String name, String pointer) {
        ScenarioCollection collection = definitions.collections().get(name);
        if (collection == null) {
            faults.unknown(
                    pointer, "collection", name, definitions.collections().keySet());
        }
        return Optional.ofNullable(collection);
    }
}
