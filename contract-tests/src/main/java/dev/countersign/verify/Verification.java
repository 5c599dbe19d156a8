package dev.countersign.verify;

import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.client.ClientStep;
import dev.countersign.verify.client.GeneratedClient;
import dev.countersign.verify.derive.DeriveStep;
import dev.countersign.verify.mutation.Detection;
import dev.countersign.verify.mutation.MutationStep;
import dev.countersign.verify.pact.PactStep;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.pages.PagesStep;
import dev.countersign.verify.provider.OthersPactsStep;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.PactVerification;
import dev.countersign.verify.provider.ProviderStep;
import dev.countersign.verify.provider.ProviderUnderTest;
import dev.countersign.verify.refusal.RefusalStep;
import dev.countersign.verify.release.Baseline;
import dev.countersign.verify.release.ClientApi;
import dev.countersign.verify.release.ReleaseStep;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.ReportFiles;
import dev.countersign.verify.report.Step;
import dev.countersign.verify.report.Summary;
import dev.countersign.verify.streams.StreamsStep;
import dev.countersign.verify.witness.Comparator;
import dev.countersign.verify.witness.ComparatorStep;
import dev.countersign.verify.witness.Installation;
import dev.countersign.verify.witness.NoWitness;
import dev.countersign.verify.witness.Prism;
import dev.countersign.verify.witness.PrismProxy;
import dev.countersign.verify.witness.PrismServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The way of every case of a contract: derive, pact, client, provider, refusals, witnesses, release, mutation, report.
 * Not thread-safe; one run.
 */
public final class Verification {
    private static final int AT_ONCE = 3;

    private final Settings settings;
    private final Subject subject;
    private Optional<ClientCall> call = Optional.empty();
    private final Path pact;
    private final Optional<String> noWitnesses;
    private final Optional<Comparator> comparator;
    private final Checks checks = new Checks();
    private final List<Step> walked = new ArrayList<>();
    private String mutants = "";

    /**
     * Reads the contract.
     *
     * @throws IllegalStateException when it is not there
     */
    public Verification(Settings settings) {
        this.settings = settings;
        subject = Subject.in(settings.contract(), settings.strictExamples());
        pact = subject.pactIn(settings.build().resolve("pacts"));
        noWitnesses = new Installation(settings.witnesses()).absence();
        comparator = noWitnesses.isPresent()
                ? Optional.empty()
                : settings.witnesses().map(Comparator::in);
    }

    /** Walks without a client: says whether a provider keeps the contract, where there is no client of ours. */
    public Summary provider() throws IOException {
        ReportFiles files = begin();
        contractAndPact();
        try (OwnMock mock = OwnMock.of(settings.mockJar(), subject.document(), subject.contract())) {
            walkBeside(provider(mock));
        }
        return report(files);
    }

    /** Walks as far as the client's pact. */
    public Summary pact() throws IOException {
        ReportFiles files = begin();
        consumer();
        return report(files);
    }

    /** Walks the whole way. */
    public Summary run() throws IOException {
        ReportFiles files = begin();
        consumer();
        try (OwnMock mock = OwnMock.of(settings.mockJar(), subject.document(), subject.contract())) {
            walkBeside(Stream.of(
                            provider(mock), refusals(mock), pages(mock), streams(mock), witnesses(mock), release(mock))
                    .flatMap(List::stream)
                    .toList());
            mutation(mock);
        }
        return report(files);
    }

    private void consumer() {
        client();
        contractAndPact();
        walk(new ClientStep(subject, client()));
    }

    private void contractAndPact() {
        walk(new DeriveStep(subject.contract(), subject.derivation(), settings.strictExamples(), settings.build()));
        walk(new PactStep(subject, pact));
    }

    private List<Step> provider(OwnMock mock) {
        Optional<ProviderUnderTest> named = settings.provider();
        ProviderUnderTest provider = named.orElseGet(() -> ProviderUnderTest.mock(mock.url()));
        return List.of(
                new ProviderStep(written(), mock, provider),
                new OthersPactsStep(
                        subject,
                        provider,
                        settings.pactFolder(),
                        settings.pactsOfBroker(),
                        named.isPresent(),
                        settings.build()));
    }

    private List<Step> refusals(OwnMock mock) {
        return List.of(new RefusalStep(subject, mock));
    }

    private List<Step> pages(OwnMock mock) {
        return PagesStep.isNeeded(subject.contract()) ? List.of(new PagesStep(subject, client(), mock)) : List.of();
    }

    private List<Step> streams(OwnMock mock) {
        return StreamsStep.isNeeded(subject, client()) ? List.of(new StreamsStep(subject, client(), mock)) : List.of();
    }

    private List<Step> witnesses(OwnMock mock) {
        if (noWitnesses.isPresent()) {
            return List.of(new NoWitness(noWitnesses.get()));
        }
        Prism prism = Prism.of(settings.witnesses().orElseThrow(), subject.document(), settings.build());
        boolean strict = settings.strictWitnesses();
        return List.of(
                new PrismServer(subject, client(), written(), prism, strict),
                new PrismProxy(subject, client(), mock, prism, strict),
                new ComparatorStep(subject, comparator.orElseThrow(), pact, strict));
    }

    private List<Step> release(OwnMock mock) throws IOException {
        if (settings.baseline().isEmpty()) {
            System.out.println("contract tests: no baseline for this contract; name its folder with -Dbaseline.dir");
            return List.of();
        }
        Baseline baseline = Baseline.in(settings.baseline().get());
        if (settings.updatesBaseline()) {
            baseline.replace(
                    subject.document(), pact, ClientApi.of(client().client().type()));
            System.out.println("contract tests: the baseline is replaced; look at the difference before you commit it");
            return List.of();
        }
        return List.of(new ReleaseStep(
                subject, client(), mock, baseline, comparator, settings.strictWitnesses(), settings.build()));
    }

    private void mutation(OwnMock mock) throws IOException {
        Files.deleteIfExists(settings.build().resolve("mutants.md"));
        if (!settings.mutation() || settings.updatesBaseline()) {
            return;
        }
        Detection detection = new Detection(
                subject,
                client(),
                pact,
                comparator,
                settings.baseline()
                        .map(folder -> Baseline.in(folder).contract())
                        .orElse(subject.contract())
                        .document());
        MutationStep step = new MutationStep(subject, detection, mock, pact, settings.build());
        walk(step);
        mutants = step.score();
    }

    private ReportFiles begin() throws IOException {
        ReportFiles files = new ReportFiles(settings.build().resolve("verification"), settings.results());
        files.begin();
        return files;
    }

    private Summary report(ReportFiles files) throws IOException {
        Summary summary = new Summary(
                subject.contract().title() + " " + subject.contract().version(),
                settings.provider().map(ProviderUnderTest::toString).orElse("the mock server"),
                subject.cases(),
                walked.stream().flatMap(step -> step.layers().stream()).toList(),
                checks.made(),
                mutants,
                settings.again());
        System.out.println("contract tests: report in " + files.write(summary, walked));
        return summary;
    }

    /**
     * The client, on the class path.
     *
     * @throws IllegalStateException when it is not there
     */
    private ClientCall client() {
        if (call.isEmpty()) {
            call = Optional.of(new ClientCall(GeneratedClient.of(
                    subject.packageName(), subject.name(), settings.contract().resolve("generator-input.json"))));
        }
        return call.get();
    }

    /** What every step that needs the pact reads. */
    private PactVerification written() {
        return new PactVerification(pact, subject.contract(), subject.derivation());
    }

    /** Steps that need nothing of each other: most of their time they wait for other processes. */
    private void walkBeside(List<Step> steps) {
        walked.addAll(steps);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletableFuture.allOf(steps.stream()
                            .map(step -> CompletableFuture.runAsync(() -> checks.run(step), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private void walk(Step step) {
        walked.add(step);
        checks.run(step);
    }
}
