package dev.countersign.verify.provider;

import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pact replayed against its provider: our mock server, or any other.
 *
 * @param mock our mock server
 * @param named the provider that the run names; the mock server where it names none
 */
public record ProviderStep(PactVerification pact, OwnMock mock, ProviderUnderTest named) implements Step {
    private static final Layer PROVIDER = Layer.ofOperations(
            "provider",
            "The mock server, or the provider that -Dprovider.url names, answers as the pact says; the mock server with"
                    + " the very example.");
    private static final Layer BY_TYPE =
            Layer.ofOperations("mock, by type", "The mock server is held to types only, like a real provider.");
    private static final Layer REACHABLE = Layer.ofContract("provider is there", "The provider can be reached.");

    @Override
    public String name() {
        return "provider";
    }

    @Override
    public List<Layer> layers() {
        return List.of(REACHABLE, PROVIDER, BY_TYPE);
    }

    @Override
    public void run(Checks checks) {
        Outcome reachable = checks.check(REACHABLE, named.toString(), () -> Reachability.of(named));
        if (reachable instanceof Outcome.Passed) {
            replay(checks);
        }
        ProviderUnderTest byType = ProviderUnderTest.real("the mock server, as a real provider,", mock.url());
        pact.promises()
                .forEach(promise -> checks.check(
                        BY_TYPE,
                        promise.testCase().operation().id(),
                        promise.testCase().name(),
                        () -> kept(byType, promise, true)));
    }

    /** What the mock server cannot tell apart is none of its faults. */
    private Outcome kept(ProviderUnderTest provider, PactVerification.Promise promise, boolean isMock) {
        Outcome outcome = pact.breach(provider, promise).outcome();
        Optional<String> sibling = pact.siblings().of(promise.testCase());
        return isMock && outcome instanceof Outcome.Failed failed && sibling.isPresent()
                ? Outcome.passedOver("the mock server cannot tell "
                        + promise.testCase().operation().id() + " from " + sibling.get() + ", which share "
                        + promise.testCase().operation().method() + " and path: "
                        + failed.message()
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElse("")
                                .strip())
                : outcome;
    }

    private void replay(Checks checks) {
        List<Outcome> errors = new ArrayList<>();
        pact.promises().forEach(promise -> {
            Outcome outcome = checks.check(
                    PROVIDER,
                    promise.testCase().operation().id(),
                    promise.testCase().name(),
                    () -> kept(named, promise, named.isMock()));
            if (!promise.testCase().isSuccess()) {
                errors.add(outcome);
            }
        });
        if (named.needsStates() && errors.stream().anyMatch(Outcome.Failed.class::isInstance)) {
            System.out.println("contract tests: documented errors cannot be provoked in a real provider without states;"
                    + " name the address that brings them about with -Dprovider.state.url, see docs/contract-tests.md");
        }
    }
}
