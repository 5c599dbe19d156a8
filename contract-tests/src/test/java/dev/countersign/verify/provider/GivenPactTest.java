package dev.countersign.verify.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.verify.ShippedContract;
import dev.countersign.verify.broker.StandInBroker;
import dev.countersign.verify.broker.VerifiedPact;
import dev.countersign.verify.pact.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pacts of other consumers, from a folder or from a broker. */
class GivenPactTest {
    @TempDir
    Path folder;

    private final Subject subject = ShippedContract.subject();

    @Test
    void pactOfTheBrokerIsKeptByTheMockServerAndBrokenByAWrongOne() throws IOException {
        try (StandInBroker broker = new StandInBroker();
                OwnMock mock = OwnMock.of(subject.contract());
                Relay wrong = new Relay(mock.url())) {
            ObjectNode pact =
                    (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(ShippedContract.pactIn(folder)));
            pact.putObject("_links")
                    .putObject("pb:publish-verification-results")
                    .put("href", "%1$sresults");
            broker.answer(
                    "POST /pacts/provider/" + subject.pact().provider() + "/for-verification",
                    "{\"_embedded\":{\"pacts\":[{\"_links\":{\"self\":{\"href\":\"%1$spact\"}}}]}}");
            broker.answer("GET /pact", pact.toString());

            List<GivenPact> given = GivenPact.ofBroker(
                    Map.of("PACT_BROKER_BASE_URL", broker.url().toString(), "PACT_PROVIDER_BRANCH", "next"),
                    subject.pact().provider());

            assertThat(JsonMapper.shared()
                            .readTree(broker.bodyOf(
                                    "POST /pacts/provider/" + subject.pact().provider() + "/for-verification")))
                    .isEqualTo(JsonMapper.shared().readTree("""
                                            {"consumerVersionSelectors": [{"mainBranch": true}, {"deployedOrReleased": true},
                                               {"matchingBranch": true}], "providerVersionBranch": "next"}
                                            """));
            GivenPact ours = given.get(0);
            assertThat(ours.interactions()).hasSize(subject.cases().size());
            assertThat(ours.interactions().stream()
                            .flatMap(i ->
                                    ours.failures(subject, ProviderUnderTest.real("mock", mock.url()), i).stream()))
                    .isEmpty();
            wrong.changing(answer -> answer.withStatus(418));
            ours.interactions().stream()
                    .findFirst()
                    .ifPresent(first -> assertThat(
                                    ours.failures(subject, ProviderUnderTest.real("wrong", wrong.url()), first))
                            .isNotEmpty());
            assertThat(VerifiedPact.of(ours.json(), true).resultLink()).isEqualTo(broker.url() + "results");
        }
    }

    /** A typed value of another consumer is as good as the contract's example, and one that no schema allows is not. */
    @Test
    void mockServerIsHeldToWhatTheContractAllowsOfAnotherConsumersPact() throws IOException {
        ObjectNode pact = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(ShippedContract.pactIn(folder)));
        ((ObjectNode) pact.path("consumer")).put("name", "Another");
        ObjectNode interaction = (ObjectNode) pact.path("interactions").get(0);
        interaction.put("description", "a typed call");
        ObjectNode message = (ObjectNode) interaction.path("response").path("body");
        ObjectNode content = (ObjectNode) message.path("content");
        String text = content.properties().stream()
                .filter(property -> property.getValue().isString())
                .findFirst()
                .orElseThrow()
                .getKey();
        content.put(text, "another value");
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("typed.json"), pact.toString());
        content.putObject(text);
        Files.writeString(others.resolve("unfit.json"), pact.toString());
        try (OwnMock mock = OwnMock.of(subject.contract())) {
            ProviderUnderTest provider = ProviderUnderTest.mock(mock.url());
            List<List<String>> failures = GivenPact.inFolder(others).stream()
                    .map(each ->
                            each.failures(subject, provider, each.interactions().get(0)))
                    .toList();
            assertThat(failures.get(0)).isEmpty();
            assertThat(failures.get(1))
                    .singleElement()
                    .asString()
                    .contains("what the pact expects does not fit the contract: /" + text);
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
