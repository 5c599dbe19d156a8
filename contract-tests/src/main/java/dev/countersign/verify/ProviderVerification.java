package dev.countersign.verify;

import dev.countersign.verify.derive.DeriveStep;
import dev.countersign.verify.pact.PactStep;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OthersPactsStep;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.PactVerification;
import dev.countersign.verify.provider.ProviderStep;
import dev.countersign.verify.provider.ProviderUnderTest;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.ReportFiles;
import dev.countersign.verify.report.Step;
import dev.countersign.verify.report.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of {@link Verification} that needs no client of the contract: derive, pact, provider. For a provider that is held
 * against its document alone, and against the pacts of its consumers. Not thread-safe; one run.
 */
public final class ProviderVerification {
    private final Settings settings;
    private final Checks checks = new Checks();
    private final List<Step> walked = new ArrayList<>();

    /** Names a provider by {@code provider.url}. */
    public ProviderVerification(Settings settings) {
        this.settings = settings;
    }

    /**
     * Walks the whole way.
     *
     * @throws IllegalStateException when no provider is named, or the contract cannot be verified
     */
    public Summary run() throws IOException {
        ProviderUnderTest provider =
                settings.provider().orElseThrow(() -> new IllegalStateException("provider.url is not set"));
        Subject subject = Subject.in(settings.contract(), settings.strictExamples());
        Path pact = subject.pactIn(settings.build().resolve("pacts"));
        ReportFiles files = new ReportFiles(settings.build().resolve("verification"), settings.results());
        files.begin();
        walk(new DeriveStep(subject.contract(), subject.derivation(), settings.strictExamples(), settings.build()));
        walk(new PactStep(subject, pact));
        try (OwnMock mock = OwnMock.of(settings.mockJar(), subject.document(), subject.contract())) {
            walk(new ProviderStep(
                    new PactVerification(pact, subject.contract(), subject.derivation()), mock, provider));
            walk(new OthersPactsStep(
                    subject, provider, settings.pactFolder(), settings.pactsOfBroker(), true, settings.build()));
        }
        Summary summary = new Summary(
                subject.contract().title() + " " + subject.contract().version(),
                provider.toString(),
                subject.cases(),
                walked.stream().flatMap(step -> step.layers().stream()).toList(),
                checks.made(),
                "",
                settings.again());
        System.out.println("contract tests: report in " + files.write(summary, walked));
        return summary;
    }

    private void walk(Step step) {
        walked.add(step);
        checks.run(step);
    }
}
