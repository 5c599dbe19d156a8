package dev.countersign.verify.provider;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.verify.broker.Broker;
import dev.countersign.verify.broker.BrokerSettings;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.pact.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pact that this build has not written: any consumer's, with whatever it has agreed on.
 *
 * @param json as it was given, with its links when it came from a broker
 */
public record GivenPact(JsonNode json, Pact pact) {
    /**
     * The pacts in a folder.
     *
     * @throws IllegalStateException when there is none
     */
    public static List<GivenPact> inFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("there is no pact in " + folder);
            }
            return found.stream()
                    .map(file -> of(JsonMapper.shared().readTree(file)))
                    .toList();
        }
    }

    /**
     * The pacts that a broker has for a provider.
     *
     * @throws IllegalStateException when no broker is named, or it has none
     */
    public static List<GivenPact> ofBroker(Map<String, String> environment, String provider) {
        BrokerSettings settings = BrokerSettings.of(environment)
                .orElseThrow(() -> new IllegalStateException(
                        "PACT_BROKER_BASE_URL is not set, so there is no broker to take pacts from"));
        List<GivenPact> pacts = new Broker(settings)
                .pactsToVerify(provider, Optional.ofNullable(environment.get("PACT_PROVIDER_BRANCH"))).stream()
                        .map(GivenPact::of)
                        .toList();
        if (pacts.isEmpty()) {
            throw new IllegalStateException("the broker at " + settings.url() + " has no pact for " + provider);
        }
        return pacts;
    }

    private static GivenPact of(JsonNode json) {
        return new GivenPact(
                json,
                DefaultPactReader.INSTANCE.loadPact(
                        new ByteArrayInputStream(JsonMapper.shared().writeValueAsBytes(json))));
    }

    /** The consuming side. */
    public String consumer() {
        return pact.getConsumer().getName();
    }

    /** What it promises. */
    public List<Interaction> interactions() {
        return List.copyOf(pact.getInteractions());
    }

    /** What the contract does not allow of the answer that an interaction expects, one line each; empty when it allows all. */
    public List<String> unfit(Subject subject, Interaction interaction) {
        return interaction.asV4Interaction() instanceof V4Interaction.SynchronousHttp http
                ? ExpectedResponse.faults(subject, http)
                : List.of();
    }

    /** Which operation an interaction calls, for the end of a line; empty when the contract has none. */
    String operation(Subject subject, Interaction interaction) {
        return interaction.asV4Interaction() instanceof V4Interaction.SynchronousHttp http
                ? ExpectedResponse.operation(subject, http)
                        .map(called -> " (" + called.method() + " " + called.path() + ")")
                        .orElse("")
                : "";
    }

    /** What a provider does to one interaction, one line each; empty when it keeps it. */
    public List<String> failures(Subject subject, ProviderUnderTest provider, Interaction interaction) {
        if (!(interaction.asV4Interaction() instanceof V4Interaction.SynchronousHttp http)) {
            return List.of("the interaction is no HTTP request, and cannot be replayed");
        }
        List<String> unfit = List.of();
        if (provider.isMock() && subject.named(interaction.getDescription()).isEmpty()) {
            unfit = unfit(subject, interaction);
            http.getResponse().setBody(OptionalBody.missing());
        }
        Replay replay = new Replay(pact, provider.url(), provider.stateChange());
        return Stream.concat(
                        unfit.stream(),
                        replay.of(http, headers(subject, provider, http), provider.query()).failures().stream())
                .toList();
    }

    /** A case of ours is asked for by its example; of others only the status is known. */
    private static Map<String, String> headers(
            Subject subject, ProviderUnderTest provider, V4Interaction.SynchronousHttp interaction) {
        Optional<TestCase> known = subject.named(interaction.getDescription());
        if (known.isPresent()) {
            return provider.headers(known.get());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Prefer", "code=" + interaction.getResponse().getStatus());
        headers.putAll(provider.headers());
        return headers;
    }
}
