package dev.countersign.mock.state.resource;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.state.Behaviour;
import dev.countersign.mock.state.FittedBody;
import dev.countersign.mock.state.SessionState;
import dev.countersign.mock.state.StatefulAnswer;
import dev.countersign.mock.state.States;
import dev.countersign.mock.state.Visit;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.schema.Schemas;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Answers requests for {@code /things} and {@code /things/{id}} from a store: what was created is listed and read, what was
 * removed is missing. Thread-safe.
 */
public final class ResourceBehaviour implements Behaviour {
    private final Map<String, Role> roles;
    private final List<Resource> resources;
    private final States states;
    private final StoreAnswers answers;
    private final Writes writes;

    private ResourceBehaviour(
            Map<String, Role> roles, States states, FittedBody bodies, InstantSource clock, Supplier<UUID> uuids) {
        this.roles = roles;
        this.resources = roles.values().stream().map(Role::resource).distinct().toList();
        this.states = states;
        this.answers = new StoreAnswers(bodies);
        this.writes = new Writes(
                answers, new ItemMaker(bodies.samples(), clock), new Ids(bodies.schemas(), bodies.samples(), uuids));
    }

    /** The behaviour of a contract's resources. */
    public static ResourceBehaviour of(
            Contract contract,
            Schemas schemas,
            SampleGenerator samples,
            States states,
            InstantSource clock,
            Supplier<UUID> uuids) {
        return new ResourceBehaviour(
                Resources.of(contract, samples), states, new FittedBody(schemas, samples), clock, uuids);
    }

    /** The templates of the collections' paths, for a human. */
    public List<String> collections() {
        return resources.stream().map(Resource::path).toList();
    }

    @Override
    public States states() {
        return states;
    }

    @Override
    public Optional<StatefulAnswer> answer(Visit visit) {
        Role role = roles.get(visit.operation().pointer());
        if (role == null) {
            return Optional.empty();
        }
        SessionState session = states.of(visit.request().headers());
        synchronized (session) {
            Store store = new Store(visit, role.resource(), session);
            Optional<String> missing = store.missing();
            Optional<StatefulAnswer> answer = missing.isPresent()
                    ? Optional.of(StoreAnswers.missing(store, missing.get()))
                    : answer(role.action(), store);
            session.bound();
            return answer;
        }
    }

    private Optional<StatefulAnswer> answer(Role.Action action, Store store) {
        Operation operation = store.visit().operation();
        Optional<JsonNode> body = store.visit().validated().body().filter(JsonNode::isObject);
        Optional<String> key = store.key().or(() -> body.flatMap(store.resource()::key));
        return switch (action) {
            case LIST -> Optional.of(list(store));
            case CREATE -> body.map(sent -> writes.create(store, sent));
            case CLEAR ->
                Optional.of(StoreAnswers.answer(store, removed(operation), documented -> {
                    store.clear();
                    return StatefulAnswer.of(FittedBody.because(documented, "all are removed from the store"));
                }));
            case READ -> Optional.of(read(store, DocumentedStatus.success(operation, "200"), "from the store: "));
            case REPLACE -> body.flatMap(sent -> key.map(each -> writes.replace(store, each, sent)));
            case MERGE -> body.flatMap(sent -> key.map(each -> writes.merge(store, each, sent)));
            case REMOVE -> {
                StatefulAnswer answer = read(store, removed(operation), "removed from the store: ");
                if (answer.choice() instanceof Choice.Documented documented && documented.status() < 400) {
                    store.remove(resources);
                }
                yield Optional.of(answer);
            }
        };
    }

    private static Preference removed(Operation operation) {
        return DocumentedStatus.success(operation, "204", "200", "202");
    }

    private StatefulAnswer list(Store store) {
        return StoreAnswers.answer(
                store,
                DocumentedStatus.success(store.visit().operation(), "200"),
                documented -> new ListAnswer(answers.bodies())
                        .of(
                                store.visit(),
                                store.resource(),
                                documented,
                                store.items().values()));
    }

    private StatefulAnswer read(Store store, Preference code, String rule) {
        return store.item()
                .map(item ->
                        StoreAnswers.answer(store, code, documented -> answers.shown(store, documented, rule, item)))
                .orElseGet(() -> StoreAnswers.missing(store, store.address()));
    }
}
