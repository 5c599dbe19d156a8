package dev.countersign.mock.state.scenario;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.oidc.TokenSigner;
import dev.countersign.mock.state.Behaviour;
import dev.countersign.mock.state.FittedBody;
import dev.countersign.mock.state.ScenarioName;
import dev.countersign.mock.state.SessionState;
import dev.countersign.mock.state.StatefulAnswer;
import dev.countersign.mock.state.States;
import dev.countersign.mock.state.Visit;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Problem.Place;
import dev.countersign.openapi.json.JsonTree;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Rules from a file: the first one of an operation that is for a request answers it, and what it leaves behind decides how others
 * are answered. Thread-safe.
 */
public final class Scenario implements Behaviour {
    private final Rules rules;
    private final States states;
    private final FittedBody bodies;
    private final TokenSigner signer;
    private final InstantSource clock;
    private final Supplier<UUID> uuids;

    /**
     * What was read.
     *
     * @param name what it is about, and its first state
     * @param ofOperations the rules of each operation in their order, by the operation's pointer
     * @param keySet the path of the key set; absent without tokens
     */
    record Rules(ScenarioName name, Map<String, List<Rule>> ofOperations, Optional<String> keySet) {}

    private Scenario(
            Rules rules,
            States states,
            FittedBody bodies,
            TokenSigner signer,
            InstantSource clock,
            Supplier<UUID> uuids) {
        this.rules = rules;
        this.states = states;
        this.bodies = bodies;
        this.signer = signer;
        this.clock = clock;
        this.uuids = uuids;
    }

    /**
     * Reads a scenario.
     *
     * @param scenario what stands in the file
     * @param places where a JSON pointer of it stands in the file
     * @param contract whose operations it is about
     * @throws dev.countersign.openapi.contract.ContractException when it names what is not there or cannot be read; with lines
     */
    public static Scenario of(
            JsonNode scenario,
            Function<String, Place> places,
            Contract contract,
            States states,
            FittedBody bodies,
            TokenSigner signer,
            InstantSource clock,
            Supplier<UUID> uuids) {
        return new Scenario(ScenarioReader.read(scenario, contract, places), states, bodies, signer, clock, uuids);
    }

    @Override
    public States states() {
        return states;
    }

    @Override
    public Optional<ScenarioName> scenario() {
        return Optional.of(rules.name);
    }

    @Override
    public Optional<StatefulAnswer> answer(Visit visit) {
        List<Rule> candidates =
                rules.ofOperations.getOrDefault(visit.operation().pointer(), List.of());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        SessionState session = states.of(visit.request().headers());
        synchronized (session) {
            String state = session.state().orElse(rules.name.first());
            for (Rule rule : candidates) {
                Scope scope = new Scope(visit, session, clock.instant(), uuids, signer);
                if (rule.matches(scope, state)) {
                    StatefulAnswer answer = answer(visit, rule, scope);
                    session.bound();
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }
    }

    /** Nothing is left behind when the client takes no such answer, or the answer cannot be sent. */
    private StatefulAnswer answer(Visit visit, Rule rule, Scope scope) {
        Choice choice =
                visit.chooser().apply(rule.answer().map(RuleAnswer::preference).orElse(Preference.NONE));
        if (!(choice instanceof Choice.Documented documented)) {
            return StatefulAnswer.of(choice);
        }
        rule.name(scope);
        StatefulAnswer answer = rule.answer().filter(RuleAnswer::hasOwnBody).isPresent()
                ? bodies.put(
                        documented,
                        rule.place(),
                        schema -> new OwnBody(rule.answer().get(), bodies).of(documented, schema, scope))
                : StatefulAnswer.of(FittedBody.because(documented, rule.place()));
        if (!answer.isAsRemembered()) {
            return answer;
        }
        for (Map.Entry<String, Template> header :
                rule.answer().map(RuleAnswer::headers).orElse(Map.of()).entrySet()) {
            answer = answer.with(new Header(header.getKey(), header.getValue().text(scope)));
        }
        rule.effects().forEach(effect -> effect.apply(scope));
        return answer;
    }

    /** The key set, by which others verify the scenario's tokens (RFC 7517 section 5). */
    @Override
    public Optional<MockResponse> answerUnrouted(MockRequest request) {
        boolean isAsked = request.method().equals("GET")
                && rules.keySet.filter(request.path()::equals).isPresent();
        return isAsked
                ? Optional.of(new MockResponse(
                        200,
                        List.of(new Header("Content-Type", "application/jwk-set+json")),
                        JsonTree.bytes(signer.key().keySet())))
                : Optional.empty();
    }
}
