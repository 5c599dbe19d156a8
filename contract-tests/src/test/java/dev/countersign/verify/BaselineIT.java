package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.DocumentChange;
import dev.countersign.verify.pact.PactMockServer;
import dev.countersign.verify.release.ContractVersion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Client, mock server and document against what was released last. A break needs a new major version of the contract;
 * {@code mvn verify -Dbaseline.update} then releases the current document and pact.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaselineIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    private Baseline baseline;
    private Release release;

    @BeforeAll
    void find() throws IOException {
        if (Baseline.find().isEmpty()) {
            tell("no baseline for this contract; name its folder with -Dbaseline.dir");
        }
        baseline = Baseline.find().orElseThrow();
        if (System.getProperty("baseline.update") != null) {
            baseline.replace();
            tell("the baseline is replaced; look at the difference before you commit it");
        }
        baseline.check();
        release = Release.of(baseline.contract(), Subject.contract());
        release.notes().forEach(note -> System.out.println("contract tests: " + note));
        System.out.println("contract tests: " + release.verdict() + "; changelog draft in " + release.draft());
    }

    @TestFactory
    Stream<DynamicTest> nothingBreaksConsumers() {
        if (release.breaks().isEmpty() || release.mayBreak()) {
            return Stream.of(DynamicTest.dynamicTest(release.verdict(), () -> {}));
        }
        return release.breaks().stream()
                .map(change -> DynamicTest.dynamicTest(
                        change.text(),
                        () -> fail(
                                "%s%nTake it back, or raise info.version to %s or more.",
                                change.text(), release.wanted())));
    }

    @TestFactory
    Stream<DynamicTest> clientsApiBreaksNobody() throws IOException {
        List<String> breaks = ClientApi.breaks(baseline.clientApiLines(), ClientApi.current());
        if (breaks.isEmpty() || release.mayBreak()) {
            return Stream.of(DynamicTest.dynamicTest(breaks.size() + " breaks of the client's API", () -> {}));
        }
        return breaks.stream()
                .map(change -> DynamicTest.dynamicTest(
                        change,
                        () -> fail(
                                "client: %s%nTake it back, raise info.version to %s or more, or, where the generator"
                                        + " changed and not the contract, release it with -Dbaseline.update.",
                                change, new ContractVersion(baseline.contract().version()).nextBreaking())));
    }

    @TestFactory
    Stream<DynamicTest> mockServerKeepsWhatWasReleased() {
        assumeReleaseIsBinding();
        return baseline.verification().of(ProviderUnderTest.mock(MOCK.url()));
    }

    @TestFactory
    Stream<DynamicTest> clientKeepsWhatWasReleased() {
        assumeReleaseIsBinding();
        PactMockServer server = new PactMockServer(Subject.pact());
        return baseline.verification()
                .promises()
                .map(promise ->
                        DynamicTest.dynamicTest(promise.conversation().name(), () -> clientKeeps(server, promise)));
    }

    private static void clientKeeps(PactMockServer server, Verification.Promise promise) {
        Case conversation = promise.conversation();
        PactMockServer.Exchange<List<String>> exchange =
                server.exchange(promise.interaction(), url -> ClientCall.violations(url, conversation));
        assertThat(Stream.concat(exchange.mismatches().stream(), exchange.outcome().stream()))
                .as(
                        "the client breaks the released \"%s\" (%s %s)",
                        conversation.name(),
                        conversation.operation().method(),
                        conversation.operation().path())
                .isEmpty();
    }

    @Test
    void currentDocumentStillAllowsTheReleasedPact() {
        assumeReleaseIsBinding();
        assertThat(Comparator.errors(Subject.contractFile(), baseline.pact()))
                .as("what the current document says against the released pact")
                .isEmpty();
    }

    @Test
    void documentOfAReleasedVersionDoesNotChange() {
        if (!baseline.contract().version().equals(Subject.contract().version())) {
            abort("the document has another version than the released one");
        }
        assertThat(DocumentChange.between(
                        baseline.contract().document(), Subject.contract().document()))
                .as(
                        "changes of the document since version %s was released; raise info.version to %s or more,"
                                + " and release it with -Dbaseline.update when it is done",
                        Subject.contract().version(), release.wanted())
                .isEmpty();
    }

    private void assumeReleaseIsBinding() {
        assumeFalse(release.mayBreak(), "the version announces a break, so the released pact is no longer binding");
    }

    private static void tell(String what) {
        System.out.println("contract tests: " + what);
        abort(what);
    }
}
