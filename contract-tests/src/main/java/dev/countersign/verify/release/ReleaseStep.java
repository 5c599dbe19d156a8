package dev.countersign.verify.release;

import dev.countersign.verify.cases.DocumentChange;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.pact.PactMockServer;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.PactVerification;
import dev.countersign.verify.provider.ProviderUnderTest;
import dev.countersign.verify.report.Breach;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import dev.countersign.verify.witness.Comparator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Client, mock server and document against what was released last. A break needs a new major version of the contract.
 *
 * @param comparator absent where it is not installed
 * @param strict whether a document that openapi-diff cannot read is an error
 * @param folder where the draft of the changelog is written
 */
public record ReleaseStep(
        Subject subject,
        ClientCall call,
        OwnMock mock,
        Baseline baseline,
        Optional<Comparator> comparator,
        boolean strict,
        Path folder)
        implements Step {
    private static final Layer CONTRACT =
            Layer.ofContract("release", "Contract and client's API against what was released.");
    private static final Layer MOCK =
            Layer.ofOperations("mock, release", "The mock server keeps the pact that was released last.");
    private static final Layer CLIENT =
            Layer.ofOperations("client, release", "The client keeps the pact that was released last.");

    @Override
    public String name() {
        return "release";
    }

    @Override
    public List<Layer> layers() {
        return List.of(CONTRACT, MOCK, CLIENT);
    }

    @Override
    public void run(Checks checks) throws IOException {
        baseline.check();
        Release release = Release.of(baseline.contract(), subject.contract(), strict);
        release.notes().forEach(note -> System.out.println("contract tests: " + note));
        System.out.println("contract tests: " + release.verdict() + "; changelog draft in " + release.draft(folder));
        breaks(checks, release);
        clientApi(checks, release);
        checks.check(CONTRACT, "document of a released version does not change", () -> sameVersionIsSame(release));
        if (release.mayBreak()) {
            checks.check(
                    CONTRACT,
                    "the released pact",
                    () -> Outcome.passedOver(
                            "the version announces a break, so the released pact is no longer binding"));
            return;
        }
        comparator.ifPresent(tool ->
                checks.check(CONTRACT, "the current document still allows the released pact", () -> stillAllows(tool)));
        PactVerification pact = baseline.verification();
        ProviderUnderTest provider = ProviderUnderTest.mock(mock.url());
        pact.promises()
                .forEach(promise -> checks.check(
                        MOCK,
                        promise.testCase().operation().id(),
                        promise.testCase().name(),
                        () -> pact.breach(provider, promise).outcome()));
        PactMockServer server = new PactMockServer(subject.pact());
        pact.promises()
                .forEach(promise -> checks.check(
                        CLIENT,
                        promise.testCase().operation().id(),
                        promise.testCase().name(),
                        () -> clientKeeps(server, promise)));
    }

    private static void breaks(Checks checks, Release release) {
        if (release.breaks().isEmpty() || release.mayBreak()) {
            checks.check(CONTRACT, release.verdict(), () -> Outcome.PASSED);
            return;
        }
        release.breaks()
                .forEach(change -> checks.check(
                        CONTRACT,
                        change.text(),
                        () -> Outcome.failed(
                                "the contract",
                                change.text() + "\nTake it back, or raise info.version to " + release.wanted()
                                        + " or more.")));
    }

    private void clientApi(Checks checks, Release release) throws IOException {
        List<String> breaks = ClientApi.breaks(
                baseline.clientApiLines(), ClientApi.of(call.client().type()));
        if (breaks.isEmpty() || release.mayBreak()) {
            checks.check(CONTRACT, breaks.size() + " breaks of the client's API", () -> Outcome.PASSED);
            return;
        }
        String next = new ContractVersion(baseline.contract().version()).nextBreaking();
        breaks.forEach(change -> checks.check(
                CONTRACT,
                change,
                () -> Outcome.failed(
                        "the client",
                        "client: " + change + "\nTake it back, raise info.version to " + next
                                + " or more, or, where the generator changed and not the contract, release it with"
                                + " -Dbaseline.update.")));
    }

    private Outcome clientKeeps(PactMockServer server, PactVerification.Promise promise) {
        TestCase testCase = promise.testCase();
        PactMockServer.Exchange<List<String>> exchange =
                server.exchange(promise.interaction(), url -> call.violations(url, testCase));
        return new Breach(
                        "the client, held to what was released,",
                        testCase,
                        Stream.concat(exchange.mismatches().stream(), exchange.outcome().stream())
                                .toList())
                .outcome();
    }

    private Outcome stillAllows(Comparator tool) {
        List<String> errors = tool.errors(subject.document(), baseline.pact());
        return strict || errors.isEmpty()
                ? Outcome.of("the contract", "the current document says against the released pact", errors)
                : Outcome.passedOver("openapi-pact-comparator says of the released pact: " + String.join("; ", errors));
    }

    private Outcome sameVersionIsSame(Release release) {
        if (!baseline.contract().version().equals(subject.contract().version())) {
            return Outcome.passedOver("the document has another version than the released one");
        }
        return Outcome.of(
                "the contract",
                "the contract changed since version " + subject.contract().version()
                        + " was released; raise info.version to " + release.wanted()
                        + " or more, and release it with -Dbaseline.update when it is done",
                DocumentChange.between(
                        baseline.contract().document(), subject.contract().document()));
    }
}
