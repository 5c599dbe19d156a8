package dev.countersign.verify.diff;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.release.Change;
import dev.countersign.verify.release.ContractComparison;
import dev.countersign.verify.release.ContractVersion;
import java.util.List;

/**
 * What lies between two versions of a contract.
 *
 * @param released the version that consumers know
 * @param current the version that is to replace it
 * @param changes what consumers can notice, in the order of the released document
 */
public record Difference(Contract released, Contract current, List<Noticed> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    /** Compares; the changes are those of our own comparison. */
    public static Difference between(Contract released, Contract current, Consumers consumers) {
        return of(released, current, ContractComparison.between(released, current), consumers);
    }

    /** What is known already, with who is hit by it. */
    public static Difference of(Contract released, Contract current, List<Change> changes, Consumers consumers) {
        return new Difference(
                released,
                current,
                changes.stream()
                        .map(change -> new Noticed(change, change.breaking() ? consumers.hitBy(change) : List.of()))
                        .toList());
    }

    long breaks() {
        return changes.stream().filter(noticed -> noticed.change().breaking()).count();
    }

    /** Whether the new version's number says that consumers must expect to be broken. */
    boolean isAnnounced() {
        return new ContractVersion(current.version()).mayBreak(new ContractVersion(released.version()));
    }

    /** The least version that these changes need; the present one when it will do. */
    String neededVersion() {
        ContractVersion before = new ContractVersion(released.version());
        if (breaks() > 0) {
            return isAnnounced() ? current.version() : before.nextBreaking();
        }
        return current.version();
    }

    /** {@code Shop API 1.2.0 → 1.3.0: 2 breaking, 1 compatible}. */
    String summary() {
        return (current.title() + " " + released.version()).strip() + " -> " + current.version() + ": "
                + (changes.isEmpty()
                        ? "nothing that a consumer can notice"
                        : breaks() + " breaking, " + (changes.size() - breaks()) + " compatible");
    }

    /** What is to be said about the version number; empty when it is right. */
    String aboutVersion() {
        return breaks() > 0 && !isAnnounced()
                ? "Breaking changes need version " + neededVersion() + "; the document says " + current.version() + "."
                : "";
    }
}
