package dev.countersign.verify.provider;

import au.com.dius.pact.core.model.Interaction;
import dev.countersign.verify.broker.VerifiedPact;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pacts of other consumers, from a folder or from a broker, replayed against the provider. What comes of the broker's is
 * left in the build's folder for the publication.
 *
 * @param folder where the pacts are; absent when none are named
 * @param broker whether they come from the broker that the environment names
 * @param isReal whether the provider is a real one; the mock server is not the provider, so its results are not published
 */
public record OthersPactsStep(
        Subject subject,
        ProviderUnderTest provider,
        Optional<Path> folder,
        boolean broker,
        boolean isReal,
        Path buildFolder)
        implements Step {
    private static final Layer OTHERS =
            Layer.ofContract("others' pacts", "The provider keeps pacts of other consumers.");

    @Override
    public String name() {
        return "others";
    }

    @Override
    public List<Layer> layers() {
        return List.of(OTHERS);
    }

    @Override
    public void run(Checks checks) throws IOException {
        VerifiedPact.forget(buildFolder);
        List<VerifiedPact> results = new ArrayList<>();
        for (GivenPact pact : given()) {
            boolean kept = true;
            for (Interaction interaction : pact.interactions()) {
                String name = pact.consumer() + ": " + interaction.getDescription();
                Outcome outcome = checks.check(OTHERS, name, () -> outcome(pact, interaction));
                kept &= outcome instanceof Outcome.Passed;
            }
            if (isReal && broker) {
                results.add(VerifiedPact.of(pact.json(), kept));
            }
        }
        if (!results.isEmpty()) {
            VerifiedPact.write(buildFolder, results);
        }
    }

    /** A pact that expects what the contract does not allow is to blame itself, when it is not kept. */
    private Outcome outcome(GivenPact pact, Interaction interaction) {
        List<String> unfit = pact.unfit(subject, interaction);
        List<String> failures = pact.failures(subject, provider, interaction);
        boolean isUnfit = !failures.isEmpty() && !unfit.isEmpty();
        String side = isUnfit ? "the pact of " + pact.consumer() : provider.name();
        String what = "\"" + interaction.getDescription() + "\"" + (isUnfit ? "" : " of " + pact.consumer());
        return Outcome.of(
                side,
                side + " breaks " + what + pact.operation(subject, interaction),
                isUnfit
                        ? Stream.concat(unfit.stream(), failures.stream())
                                .distinct()
                                .toList()
                        : failures);
    }

    private List<GivenPact> given() throws IOException {
        if (broker) {
            return GivenPact.ofBroker(System.getenv(), subject.pact().provider());
        }
        return folder.isPresent() ? GivenPact.inFolder(folder.get()) : List.of();
    }
}
