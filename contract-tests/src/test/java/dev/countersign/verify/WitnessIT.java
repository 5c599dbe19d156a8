package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Client and mock server come from one document, so they could share a misunderstanding. Prism shares no code with
 * either: it serves the client, and it watches the client talk to the mock server. It must have refused a message that is
 * known to be bad before its approval counts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessIT {
    /** On the build's own contract nothing is passed over; on any other, what Prism itself cannot judge is. */
    private static final boolean STRICT = Boolean.getBoolean("witness.strict");

    private static final int MOST_CANARIES = 5;

    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    private final KnownBad bad = new KnownBad(Subject.derivation().cases(), new SchemaSamples(Subject.contract()));
    private Relay mockRelay;
    private Witness server;
    private Witness proxy;

    @BeforeAll
    void start() {
        CompletableFuture<Witness> starting =
                CompletableFuture.supplyAsync(() -> new Witness("Prism as server", Prism::mock));
        mockRelay = new Relay(MOCK.url());
        proxy = new Witness("Prism between client and mock server", () -> Prism.proxyTo(mockRelay.url()));
        server = starting.join();
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {server, proxy, mockRelay}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> prismServesTheClient() {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("refuses a bad request", () -> refusesRequest(server))),
                cases(server));
    }

    @TestFactory
    Stream<DynamicTest> clientAndMockServerPassPrism() {
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("refuses a bad request", () -> refusesRequest(proxy)),
                        DynamicTest.dynamicTest("refuses a bad answer", this::refusesAnswer)),
                cases(proxy));
    }

    private Stream<DynamicTest> cases(Witness witness) {
        return Subject.derivation().cases().stream()
                .map(conversation -> DynamicTest.dynamicTest(conversation.name(), () -> keeps(witness, conversation)));
    }

    private void keeps(Witness witness, Case conversation) {
        witness.known(conversation).ifPresent(reason -> passOver(witness, conversation.name(), reason));
        witness.expect(conversation);
        List<String> violations = ClientCall.violations(
                witness.relay().url(), conversation, conversation.answer().documented());
        Optional<String> objection = witness.objection(conversation);
        objection.ifPresent(reason -> passOver(witness, conversation.name(), reason));
        assertThat(violations)
                .as(
                        "%s, \"%s\" (%s %s)",
                        witness.role(),
                        conversation.name(),
                        conversation.operation().method(),
                        conversation.operation().path())
                .isEmpty();
    }

    private void refusesRequest(Witness witness) {
        refuses(witness, "a bad request", bad.requests(), request -> {
            witness.expect(request);
            RawCall.of(witness.relay().url(), request);
            return witness.relay().answered().map(answer -> answer.status() >= 400 && answer.status() < 500);
        });
    }

    private void refusesAnswer() {
        refuses(proxy, "a bad answer", bad.answers(), conversation -> {
            proxy.expect(conversation);
            String answer = conversation.answer().body().orElseThrow().value().toString();
            mockRelay.changing(served -> served.withText(answer));
            RawCall.of(proxy.relay().url(), conversation);
            mockRelay.unchanged();
            return proxy.relay().answered().map(a -> Prism.refusal(a).isPresent());
        });
    }

    /**
     * One refusal is enough. Without any, the approval that follows is worth nothing, which is told.
     */
    private void refuses(Witness witness, String what, Stream<Case> known, Function<Case, Optional<Boolean>> verdict) {
        List<Boolean> verdicts = new ArrayList<>();
        for (Case each : known.limit(MOST_CANARIES).toList()) {
            if (witness.known(each).isPresent()) {
                continue;
            }
            verdict.apply(each).ifPresentOrElse(verdicts::add, () -> witness.objection(each));
            if (verdicts.contains(true)) {
                return;
            }
        }
        passOver(witness, what, verdicts.isEmpty() ? "it has no verdict on any" : "it lets all of them pass");
    }

    private static void passOver(Witness witness, String what, String reason) {
        if (!STRICT) {
            String line = witness.role() + " cannot judge \"" + what + "\": " + reason;
            System.out.println("contract tests: " + line);
            abort(line);
        }
        fail(witness.role() + ", \"" + what + "\": " + reason);
    }
}
