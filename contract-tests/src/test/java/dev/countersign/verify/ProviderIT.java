package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Relay;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
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
        Properties properties = System.getProperties();
        return pact().of(ProviderUnderTest.named(properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty)))
                .orElseGet(() -> ProviderUnderTest.mock(MOCK.url())));
    }

    @TestFactory
    Stream<DynamicTest> mockServerIsATrueProviderByTypeToo() {
        return pact().of(ProviderUnderTest.real("the mock server, as a real provider,", MOCK.url()));
    }

    /** The message says who, in which operation, and what of the answer. */
    @Test
    void providerWithAWrongAnswerIsRed() {
        Verification pact = pact();
        List<Case> bad = new KnownBad(Subject.derivation().cases(), new SchemaSamples(Subject.contract()))
                .answers()
                .toList();
        assumeFalse(bad.isEmpty(), "no answer of this contract can be wrong");
        try (Relay wrong = new Relay(MOCK.url())) {
            ProviderUnderTest provider = ProviderUnderTest.real("a wrong provider", wrong.url());
            for (Case each : bad) {
                String text = each.answer().body().orElseThrow().value().toString();
                wrong.changing(served -> served.withText(text));
                assertThat(pact.breach(provider, pact.promise(each)).first())
                        .as("what is wrong with the answer %s to \"%s\"", text, each.name())
                        .hasValueSatisfying(message -> assertThat(message)
                                .startsWith("a wrong provider breaks \"" + each.name() + "\" ("
                                        + each.operation().method() + " "
                                        + each.operation().path() + "): body: "));
            }
        }
    }

    @Test
    void providerThatIsDownIsRed() {
        URI closed;
        try (Relay relay = new Relay(MOCK.url())) {
            closed = relay.url();
        }
        Verification pact = pact();
        assumeFalse(pact.promises().findFirst().isEmpty(), "no operation of this contract can be verified");
        assertThat(pact.failures(
                        ProviderUnderTest.real("a closed port", closed),
                        pact.promises().findFirst().orElseThrow()))
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
}
