package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.ScenarioName;
import dev.countersign.mock.state.scenario.Scenario.Rules;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Problem.Place;
import dev.countersign.openapi.json.Pointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a scenario for a contract: first its structure, against the schema of scenarios, then the names in it. */
record ScenarioReader(Contract contract, Faults faults) {
    private static final String FIRST_STATE = "start";
    private static final String KEY_SET = "/.well-known/jwks.json";

    /**
     * Reads.
     *
     * @param places where a JSON pointer of the scenario stands in its file
     * @throws dev.countersign.openapi.contract.ContractException when anything is wrong; names every line
     */
    static Rules read(JsonNode scenario, Contract contract, Function<String, Place> places) {
        Faults faults = new Faults(places);
        ScenarioSchema.check(scenario, faults);
        faults.complain();
        Rules rules = new ScenarioReader(contract, faults).read(scenario);
        faults.complain();
        return rules;
    }

    private Rules read(JsonNode scenario) {
        String first = scenario.path("state").asString(FIRST_STATE);
        Definitions definitions = new Definitions(
                collections(scenario.path("collections")), tokens(scenario.path("tokens")), states(scenario, first));
        Map<String, List<Rule>> rules = new HashMap<>();
        JsonNode written = scenario.path("rules");
        for (int i = 0; i < written.size(); i++) {
            String pointer = "/rules/" + i;
            JsonNode rule = written.get(i);
            Optional<Operation> operation = operation(rule.path("on").asString(""), pointer + "/on");
            operation.ifPresent(one -> rules.computeIfAbsent(one.pointer(), unknown -> new ArrayList<>())
                    .add(new RuleReader(one, definitions, faults).read(rule, pointer)));
        }
        Optional<String> keySet = definitions.tokens().isEmpty()
                ? Optional.empty()
                : Optional.of(scenario.path("keySet").asString(KEY_SET));
        return new Rules(new ScenarioName(scenario.path("scenario").asString(""), first), rules, keySet);
    }

    /** By its id, or as {@code POST /things}. */
    private Optional<Operation> operation(String on, String pointer) {
        Optional<Operation> found = contract.operation(on)
                .or(() -> contract.operations().stream()
                        .filter(operation -> on.equals(operation.method() + " " + operation.path()))
                        .findFirst());
        if (found.isEmpty()) {
            Set<String> ids = contract.operations().stream().map(Operation::id).collect(Collectors.toSet());
            faults.unknown(pointer, "operation", on, ids);
        }
        return found;
    }

    private static Map<String, ScenarioCollection> collections(JsonNode written) {
        Map<String, ScenarioCollection> collections = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : written.properties()) {
            List<JsonNode> items = each.getValue().path("items").valueStream().toList();
            String key = each.getValue().path("key").asString("id");
            collections.put(each.getKey(), new ScenarioCollection(each.getKey(), key, items));
        }
        return collections;
    }

    private static Map<String, TokenTemplate> tokens(JsonNode written) {
        Map<String, TokenTemplate> tokens = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : written.properties()) {
            Duration lifetime =
                    Duration.ofSeconds(each.getValue().path("lifetime").asLong(3600));
            String pointer = Pointer.child("/tokens", each.getKey()) + "/claims";
            tokens.put(
                    each.getKey(), new TokenTemplate(lifetime, each.getValue().path("claims"), pointer));
        }
        return tokens;
    }

    private static Set<String> states(JsonNode scenario, String first) {
        Set<String> states = new LinkedHashSet<>(Set.of(first));
        scenario.path("rules").forEach(rule -> {
            if (rule.path("then").has("state")) {
                states.add(rule.path("then").path("state").asString(""));
            }
        });
        return states;
    }
}
