package dev.countersign.mock.pact;

import dev.countersign.mock.Mock;
import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.choose.Representation;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.recording.WholeFile;
import dev.countersign.mock.route.RouteResult.Matched;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.openapi.build.ContractName;
import dev.countersign.openapi.contract.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pact between a consumer and the provider of a contract: each operation, status and example that the consumer's tests have
 * seen, once, and nothing that they have not. What the contract marks as secret, and credentials, are not in it. Thread-safe.
 */
public final class ConsumerPact {
    /** A consumer may well be refused for want of a credential; that its requests are wrong it does not rely on. */
    private static final Set<Verdict> KEPT = EnumSet.of(Verdict.VALID, Verdict.UNAUTHENTICATED, Verdict.FORBIDDEN);

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String consumer;
    private final String provider;
    private final Map<String, ObjectNode> interactions = new ConcurrentSkipListMap<>();
    private final AtomicInteger unfit = new AtomicInteger();

    /**
     * An empty pact.
     *
     * @param consumer the name of the consuming side, for instance {@code my-web}
     * @param title the contract's title, which names the provider
     */
    public ConsumerPact(String consumer, String title) {
        this.consumer = consumer;
        this.provider = ContractName.of(title).pascalCase();
    }

    /** Adds an exchange, unless one like it is there, or it is none that a provider could keep. */
    public void add(Mock mock, Explanation exchange) {
        if (!(exchange.route() instanceof Matched matched) || hasNotArrived(exchange)) {
            return;
        }
        if (!KEPT.contains(exchange.validated().map(Validated::verdict).orElse(Verdict.INVALID))) {
            unfit.incrementAndGet();
            return;
        }
        Optional<Representation> documented = documented(exchange);
        if (documented.isPresent()) {
            add(mock, exchange, matched, documented.get());
        }
    }

    private void add(Mock mock, Explanation exchange, Matched matched, Representation documented) {
        int status = exchange.response().status();
        String example = documented.example().map(Example::name).orElse("");
        String description =
                matched.operation().id() + " answers " + status + (example.isEmpty() ? "" : " (" + example + ")");
        if (!interactions.containsKey(description)
                && mock.violations(matched.operation(), exchange.response()).isEmpty()) {
            new PactRequest(mock, matched.operation(), exchange)
                    .json()
                    .ifPresent(request -> interactions.putIfAbsent(
                            description,
                            interaction(
                                    description,
                                    state(matched, status, documented),
                                    request,
                                    new PactResponse(mock, documented, exchange.response()).json())));
        }
    }

    /** What the contract says of the answer; absent when that has no words for it. */
    private static Optional<Representation> documented(Explanation exchange) {
        return exchange.choice()
                .flatMap(choice -> choice instanceof Choice.Documented documented
                        ? Optional.of(documented.representation())
                        : choice instanceof Choice.Refused refused ? refused.bare() : Optional.empty());
    }

    /** An explanation in place of the answer, or none at all, is nothing to agree on. */
    private static boolean hasNotArrived(Explanation exchange) {
        Preference preference = exchange.preference().orElse(Preference.NONE);
        return preference.explain() || preference.delivery().fault().isPresent();
    }

    private static ObjectNode interaction(
            String description, ObjectNode state, ObjectNode request, ObjectNode response) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "Synchronous/HTTP");
        json.put("description", description);
        json.put("pending", false);
        json.putArray("providerStates").add(state);
        json.set("request", request);
        json.set("response", response);
        return json;
    }

    /** The same as in the pact that the contract's own client has with the provider. */
    private static ObjectNode state(Matched matched, int status, Representation documented) {
        Optional<JsonNode> declared =
                documented.example().map(each -> each.extensions().get("x-provider-state"));
        String usual = documented
                .example()
                .map(Example::name)
                .filter(name -> !name.isEmpty())
                .orElse("status " + status);
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put(
                "name",
                declared.map(each -> each.isString()
                                ? each.asString()
                                : each.path("name").asString(usual))
                        .orElse(usual));
        ObjectNode parameters = state.putObject("params");
        parameters.put("operation", matched.operation().id());
        parameters.put("status", status);
        declared.ifPresent(
                each -> each.path("params").properties().forEach(p -> parameters.set(p.getKey(), p.getValue())));
        return state;
    }

    /** How many interactions there are. */
    public int size() {
        return interactions.size();
    }

    /** How many exchanges were left out because their requests do not fit the contract. */
    public int unfit() {
        return unfit.get();
    }

    /** The pact's file in a folder of pacts. */
    public Path in(Path folder) {
        return folder.resolve((consumer + "-" + provider).replaceAll("[^\\p{L}\\p{N}._-]+", "_") + ".json");
    }

    /**
     * Writes the pact, over one that is there already; whole, or not at all.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        WholeFile.write(in(folder), JSON.writeValueAsBytes(json()));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("consumer").put("name", consumer);
        json.putObject("provider").put("name", provider);
        ArrayNode list = json.putArray("interactions");
        interactions.values().forEach(list::add);
        json.putObject("metadata").putObject("pactSpecification").put("version", "4.0");
        return json;
    }
}
