package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import au.com.dius.pact.core.model.Interaction;
import dev.countersign.verify.broker.StandInBroker;
import dev.countersign.verify.broker.VerifiedPact;
import dev.countersign.verify.provider.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pacts of other consumers, from a folder ({@code -Dpact.folder}) or from a broker ({@code -Dpact.source=broker}), replayed
 * against the provider. What comes of the broker's is left for {@code -Ppublish}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivenPactsIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    @TempDir
    static Path folder;

    private final List<GivenPact> verified = Collections.synchronizedList(new ArrayList<>());
    private final List<GivenPact> broken = Collections.synchronizedList(new ArrayList<>());
    private Optional<ProviderUnderTest> named = Optional.empty();

    @BeforeAll
    void prepare() throws IOException {
        VerifiedPact.forget(Subject.directory("build.dir"));
        Properties properties = System.getProperties();
        named = ProviderUnderTest.named(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    @TestFactory
    Stream<DynamicTest> providerKeepsThePactsOfOthers() throws IOException {
        ProviderUnderTest provider = named.orElseGet(() -> ProviderUnderTest.mock(MOCK.url()));
        return given().stream().flatMap(pact -> {
            verified.add(pact);
            return pact.interactions().stream()
                    .map(interaction -> DynamicTest.dynamicTest(
                            pact.consumer() + ": " + interaction.getDescription(),
                            () -> verify(provider, pact, interaction)));
        });
    }

    private static List<GivenPact> given() throws IOException {
        if ("broker".equals(System.getProperty("pact.source"))) {
            return GivenPact.ofBroker(System.getenv(), Subject.pact().provider());
        }
        if (System.getProperty("pact.folder") == null) {
            abort("no pacts of others are named with -Dpact.folder or -Dpact.source=broker");
        }
        return GivenPact.inFolder(Subject.fromRoot(System.getProperty("pact.folder")));
    }

    private void verify(ProviderUnderTest provider, GivenPact pact, Interaction interaction) {
        List<String> failures = pact.failures(provider, interaction);
        if (!failures.isEmpty()) {
            broken.add(pact);
        }
        assertThat(failures)
                .as("%s breaks \"%s\" of %s", provider.name(), interaction.getDescription(), pact.consumer())
                .isEmpty();
    }

    /** The mock server is not the provider; so nothing is told the broker of it. */
    @AfterAll
    void keepResults() throws IOException {
        List<VerifiedPact> results = verified.stream()
                .filter(pact -> named.isPresent() && "broker".equals(System.getProperty("pact.source")))
                .map(pact -> VerifiedPact.of(pact.json(), !broken.contains(pact)))
                .toList();
        if (!results.isEmpty()) {
            VerifiedPact.write(Subject.directory("build.dir"), results);
        }
    }

    @Test
    void pactOfTheBrokerIsKeptByTheMockServerAndBrokenByAWrongOne() throws IOException {
        try (StandInBroker broker = new StandInBroker();
                Relay wrong = new Relay(MOCK.url())) {
            ObjectNode pact = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(Subject.pactFile()));
            pact.putObject("_links")
                    .putObject("pb:publish-verification-results")
                    .put("href", "%1$sresults");
            broker.answer(
                    "POST /pacts/provider/" + Subject.pact().provider() + "/for-verification",
                    "{\"_embedded\":{\"pacts\":[{\"_links\":{\"self\":{\"href\":\"%1$spact\"}}}]}}");
            broker.answer("GET /pact", pact.toString());

            List<GivenPact> given = GivenPact.ofBroker(
                    Map.of("PACT_BROKER_BASE_URL", broker.url().toString(), "PACT_PROVIDER_BRANCH", "next"),
                    Subject.pact().provider());

            assertThat(JsonMapper.shared()
                            .readTree(broker.bodyOf(
                                    "POST /pacts/provider/" + Subject.pact().provider() + "/for-verification")))
                    .isEqualTo(JsonMapper.shared().readTree("""
                                            {"consumerVersionSelectors": [{"mainBranch": true}, {"deployedOrReleased": true},
                                               {"matchingBranch": true}], "providerVersionBranch": "next"}
                                            """));
            GivenPact ours = given.get(0);
            assertThat(ours.interactions()).hasSize(Subject.derivation().cases().size());
            assertThat(ours.interactions().stream()
                            .flatMap(i -> ours.failures(ProviderUnderTest.real("mock", MOCK.url()), i).stream()))
                    .isEmpty();
            wrong.changing(answer -> answer.withStatus(418));
            ours.interactions().stream()
                    .findFirst()
                    .ifPresent(first -> assertThat(ours.failures(ProviderUnderTest.real("wrong", wrong.url()), first))
                            .isNotEmpty());
            assertThat(VerifiedPact.of(ours.json(), true).resultLink()).isEqualTo(broker.url() + "results");
        }
    }

    @Test
    void noPactIsRed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> GivenPact.inFolder(empty)).hasMessage("there is no pact in " + empty);
        assertThatThrownBy(() -> GivenPact.ofBroker(Map.of(), "Stock"))
                .hasMessage("PACT_BROKER_BASE_URL is not set, so there is no broker to take pacts from");
        try (StandInBroker broker = new StandInBroker()) {
            broker.answer("POST /pacts/provider/Stock/for-verification", "{}");
            assertThatThrownBy(() -> GivenPact.ofBroker(
                            Map.of("PACT_BROKER_BASE_URL", broker.url().toString()), "Stock"))
                    .hasMessage("the broker at " + broker.url() + " has no pact for Stock");
        }
    }
}
