package dev.countersign.verify.release;

import dev.countersign.openapi.ContractLoader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What has changed between a released document and the current one, for people.
 *
 * @param folder where the draft of the changelog is written
 */
public record ReleaseDiff(Path released, Path current, Path folder) {
    /** Prints every change, breaks first, then the verdict; says whether the version may have them. */
    public boolean print(PrintStream out) throws IOException {
        Release release = Release.of(
                ContractLoader.load(released).contract(),
                ContractLoader.load(current).contract(),
                false);
        boolean kept = release.breaks().isEmpty() || release.mayBreak();
        release.notes().forEach(note -> out.println("contract tests: " + note));
        release.breaks().forEach(change -> out.println("contract tests: " + (kept ? "! " : "✗ ") + change.text()));
        release.changes().stream()
                .filter(change -> !change.breaking())
                .forEach(change -> out.println("contract tests: + " + change.text()));
        out.println("contract tests: " + release.verdict() + "; changelog draft in " + release.draft(folder));
        return kept;
    }
}
