package dev.countersign.verify;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Relay;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Client and mock server come from one document, so they could share a misunderstanding. Prism shares no code with
 * either, and watches them talk to each other. It must have refused messages that are known to be bad before its approval
 * counts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrismProxyIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    private final KnownBad bad = new KnownBad(Subject.derivation().cases(), new SchemaSamples(Subject.contract()));
    private Relay mockRelay;
    private Witness prism;

    @BeforeAll
    void start() {
        assumeFalse(Subject.derivation().cases().isEmpty(), "there is nothing to judge, and Prism does not start");
        mockRelay = new Relay(MOCK.url());
        prism = new Witness("Prism between client and mock server", () -> Prism.proxyTo(mockRelay.url()));
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {prism, mockRelay}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> clientAndMockServerPassPrism() {
        Stream<DynamicTest> canaries = Stream.of(
                DynamicTest.dynamicTest("refuses a bad request", this::refusesRequest),
                DynamicTest.dynamicTest("refuses a bad answer", this::refusesAnswer));
        return Stream.concat(
                canaries,
                Subject.derivation().cases().stream()
                        .map(each -> DynamicTest.dynamicTest(each.name(), () -> passes(each))));
    }

    private void passes(Case conversation) {
        prism.judges(
                "the client with the mock server, watched by Prism,",
                conversation,
                () -> ClientCall.violations(
                        prism.relay().url(), conversation, conversation.answer().documented()));
    }

    private void refusesRequest() {
        prism.refuses("a bad request", bad.requests(), request -> {
            RawCall.of(prism.relay().url(), request);
            return prism.relay().answered().map(Prism::isRefusal);
        });
    }

    private void refusesAnswer() {
        prism.refuses("a bad answer", bad.answers(), conversation -> {
            String answer = conversation.answer().body().orElseThrow().value().toString();
            mockRelay.changing(served -> served.withText(answer));
            RawCall.of(prism.relay().url(), conversation);
            mockRelay.unchanged();
            Optional<Relay.Answer> answered = prism.relay().answered();
            return answered.map(a -> Prism.refusal(a).isPresent());
        });
    }
}
