package dev.countersign.verify.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.verify.ShippedContract;
import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.report.Check;
import dev.countersign.verify.report.Checks;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that breaks the pact, one that is down, and a pact that is not there, are red. */
class BrokenProviderTest {
    @TempDir
    Path folder;

    private final Subject subject = ShippedContract.subject();
    private OwnMock mock;
    private PactVerification pact;

    @BeforeEach
    void start() {
        mock = OwnMock.of(subject.contract());
        pact = new PactVerification(ShippedContract.pactIn(folder), subject.contract(), subject.derivation());
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    /** The message says who, in which operation, and what of the answer. */
    @Test
    void providerWithAWrongAnswerIsRed() {
        List<TestCase> bad =
                new KnownBad(subject.cases(), subject.samples()).answers().toList();
        assertThat(bad).isNotEmpty();
        try (Relay wrong = new Relay(mock.url())) {
            ProviderUnderTest provider = ProviderUnderTest.real("a wrong provider", wrong.url());
            for (TestCase each : bad) {
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
    void providerThatIsDownFailsEachInteraction() {
        assertThat(pact.failures(
                        ProviderUnderTest.real("a closed port", closedPort()),
                        pact.promises().findFirst().orElseThrow()))
                .singleElement()
                .asString()
                .contains("Connection refused");
    }

    @Test
    void providerThatIsDownIsReportedOnceAndNotForEachCase() {
        URI closed = closedPort();
        Checks checks = new Checks();
        checks.run(new ProviderStep(pact, mock, ProviderUnderTest.real("the provider at " + closed, closed)));
        assertThat(checks.made())
                .filteredOn(Check::hasFailed)
                .singleElement()
                .satisfies(check -> assertThat(check.message())
                        .startsWith("the provider at " + closed + " cannot be reached: Connection refused"));
        assertThat(checks.made())
                .as("checks of the mock server, which is there")
                .filteredOn(check -> check.layer().title().equals("mock, by type"))
                .hasSameSizeAs(subject.cases());
    }

    @Test
    void missingPactIsRed() {
        Path missing = folder.resolve("no-such-pact.json");
        assertThatThrownBy(() -> new PactVerification(missing, subject.contract(), subject.derivation()))
                .hasMessage("there is no pact at " + missing + "; let the client write it first");
    }

    @Test
    void pactOfAnotherContractIsRed() {
        subject.pact()
                .write(
                        folder.resolve("less.json"),
                        subject.cases().stream()
                                .skip(1)
                                .map(subject.interactions()::of)
                                .toList());
        assertThatThrownBy(() ->
                        new PactVerification(folder.resolve("less.json"), subject.contract(), subject.derivation()))
                .hasMessageContaining("it lacks [" + subject.cases().get(0).name() + "] and has [] beside");
    }

    private URI closedPort() {
        try (Relay relay = new Relay(mock.url())) {
            return relay.url();
        }
    }
}
