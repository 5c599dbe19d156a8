package dev.countersign.verify;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Relay;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prism, which shares no code with anything here, in the provider's place: it serves the generated client, and it is held
 * to the pact like any real provider that {@code -Dprovider.url} names. It must have refused a request that is known to
 * be bad before that counts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrismServerIT {
    private Witness prism;

    @BeforeAll
    void start() {
        assumeFalse(Subject.derivation().cases().isEmpty(), "there is nothing to judge, and Prism does not start");
        prism = new Witness("Prism as server", Prism::mock, PrismServerIT::misfit);
    }

    @AfterAll
    void stop() {
        if (prism != null) {
            prism.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> prismServesTheClient() {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("refuses a bad request", this::refusesRequest)),
                Subject.derivation().cases().stream()
                        .map(each -> DynamicTest.dynamicTest(
                                each.name(),
                                () -> prism.judges(
                                        "the client, served by Prism,",
                                        each,
                                        () -> ClientCall.violations(
                                                prism.relay().url(),
                                                each,
                                                each.answer().documented())))));
    }

    @TestFactory
    Stream<DynamicTest> prismKeepsThePactAsAnyProviderMust() {
        ProviderUnderTest provider = ProviderUnderTest.named(
                        Map.of("provider.url", prism.relay().url().toString()))
                .orElseThrow();
        Verification pact = new Verification(Subject.pactFile(), Subject.contract(), Subject.derivation());
        return pact.promises()
                .map(promise -> DynamicTest.dynamicTest(
                        promise.conversation().name(),
                        () -> prism.judges(
                                provider.name(), promise.conversation(), () -> pact.failures(provider, promise))));
    }

    /** What Prism makes up, where the contract has no example, does not always fit its schema. */
    private static Optional<String> misfit(Case conversation, Relay.Answer answer) {
        return Optional.of(conversation.answer())
                .filter(wanted -> !wanted.documented())
                .flatMap(wanted -> wanted.body().filter(Body::isJson).flatMap(Body::schema))
                .flatMap(schema -> fault(schema, answer.text()))
                .map(fault -> "what it makes up does not fit the schema: " + fault);
    }

    private static Optional<String> fault(SchemaNode schema, String text) {
        try {
            JsonNode value = JsonMapper.shared().readTree(text);
            return new SchemaSamples(Subject.contract()).responseFault(schema, value);
        } catch (JacksonException e) {
            return Optional.of("it is not JSON");
        }
    }

    private void refusesRequest() {
        KnownBad bad = new KnownBad(Subject.derivation().cases(), new SchemaSamples(Subject.contract()));
        prism.refuses("a bad request", bad.requests(), request -> {
            RawCall.of(prism.relay().url(), request);
            return prism.relay().answered().map(Prism::isRefusal);
        });
    }
}
