package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.verify.cases.Body;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Relay;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pact that the client has left behind, replayed against its provider: the packaged mock server, or with
 * {@code -Dprovider.url} any other.
 */
class ProviderIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    @TestFactory
    Stream<DynamicTest> providerKeepsThePact() {
        return pact().of(ProviderUnderTest.named().orElseGet(() -> ProviderUnderTest.mock(MOCK.url())));
    }

    @Test
    void mockServerIsATrueProviderByTypeToo() {
        ProviderUnderTest real = new ProviderUnderTest("the mock server", MOCK.url(), Optional.empty(), false);
        Verification pact = pact();
        assertThat(pact.promises().flatMap(promise -> pact.failures(real, promise).stream()))
                .isEmpty();
    }

    @Test
    void providerWithAWrongAnswerIsRed() {
        Verification pact = pact();
        List<Case> bad = new KnownBad(Subject.derivation().cases(), new SchemaSamples(Subject.contract()))
                .answers()
                .toList();
        try (Relay wrong = new Relay(MOCK.url())) {
            ProviderUnderTest provider =
                    new ProviderUnderTest("a wrong provider", wrong.url(), Optional.empty(), false);
            for (Case each : bad) {
                wrong.adding(Map.of(), Map.of());
                wrong.changing(served -> served.withText(text(each.answer().body())));
                Verification.Promise promise = pact.promises()
                        .filter(p -> p.conversation().name().equals(each.name()))
                        .findFirst()
                        .orElseThrow();
                assertThat(pact.failures(provider, promise))
                        .as(
                                "what is wrong with the answer %s to \"%s\"",
                                text(each.answer().body()), each.name())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void providerThatIsDownIsRed() {
        URI closed;
        try (Relay relay = new Relay(MOCK.url())) {
            closed = relay.url();
        }
        ProviderUnderTest down = new ProviderUnderTest("a closed port", closed, Optional.empty(), false);
        Verification pact = pact();
        assertThat(pact.failures(down, pact.promises().findFirst().orElseThrow()))
                .singleElement()
                .asString()
                .contains("Connection refused");
    }

    @Test
    void missingPactIsRed() {
        Path missing = Subject.pactFile().resolveSibling("no-such-pact.json");
        assertThatThrownBy(() -> new Verification(missing, Subject.contract(), Subject.derivation()))
                .hasMessage("there is no pact at " + missing + "; run the consumer tests first");
    }

    private static Verification pact() {
        return new Verification(Subject.pactFile(), Subject.contract(), Subject.derivation());
    }

    private static String text(Optional<Body> body) {
        return body.orElseThrow().value().toString();
    }
}
