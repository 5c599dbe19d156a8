package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The current contract as the next release of the baseline's: what has changed, by our own comparison, and by openapi-diff
 * where it alone sees a break.
 *
 * @param notes why an opinion is missing
 */
public record Release(Contract released, Contract current, List<Change> changes, List<String> notes) {
    /**
     * Compares.
     *
     * @param strict whether a document that openapi-diff cannot read is an error
     */
    public static Release of(Contract released, Contract current, boolean strict) {
        List<Change> changes = new ArrayList<>(ContractComparison.between(released, current));
        List<String> notes = new ArrayList<>();
        Set<String> known =
                changes.stream().filter(Change::breaking).map(Change::endpoint).collect(Collectors.toSet());
        try {
            OpenApiDiff.breaks(released, current).stream()
                    .filter(change -> !known.contains(change.endpoint()))
                    .forEach(changes::add);
        } catch (IllegalStateException e) {
            if (strict) {
                throw e;
            }
            notes.add(e.getMessage());
        }
        return new Release(released, current, changes, notes);
    }

    /** What breaks consumers. */
    public List<Change> breaks() {
        return changes.stream().filter(Change::breaking).toList();
    }

    /** Whether the version announces that consumers may break. */
    public boolean mayBreak() {
        return now().mayBreak(before());
    }

    /** The verdict in one line. */
    public String verdict() {
        String title = current.title() + " " + now().text();
        if (changes.isEmpty()) {
            return title + " promises what " + before().text() + " promised";
        }
        if (breaks().isEmpty()) {
            return title + " is compatible with " + before().text() + ", with " + count(changes, "change");
        }
        return title + " breaks consumers of " + before().text() + " with " + count(breaks(), "change")
                + (mayBreak() ? ", which its version announces" : "; its version must be at least " + wanted());
    }

    private static String count(List<Change> changes, String noun) {
        return changes.size() + " " + noun + (changes.size() == 1 ? "" : "s");
    }

    /** The least version that this contract may have. */
    public String wanted() {
        return breaks().isEmpty() ? before().nextCompatible() : before().nextBreaking();
    }

    /** Writes the draft of the changelog's entry into the build folder. */
    public Path draft(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("changelog.md"), ChangelogDraft.of(before(), now(), changes));
    }

    private ContractVersion before() {
        return new ContractVersion(released.version());
    }

    private ContractVersion now() {
        return new ContractVersion(current.version());
    }
}
