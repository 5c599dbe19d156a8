package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.DocumentChange;
import dev.countersign.verify.pact.PactMockServer;
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
        if (baseline.isPast()) {
            tell("the contract has a new major version, so the released one is no longer binding");
        }
    }

    @TestFactory
    Stream<DynamicTest> mockServerKeepsWhatWasReleased() {
        return baseline.verification().of(ProviderUnderTest.mock(MOCK.url()));
    }

    @TestFactory
    Stream<DynamicTest> clientKeepsWhatWasReleased() {
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
                        "changes of the document since version %s was released; raise info.version, and release it with"
                                + " -Dbaseline.update when it is done",
                        Subject.contract().version())
                .isEmpty();
    }

    private static void tell(String what) {
        System.out.println("contract tests: " + what);
        abort(what);
    }
}
