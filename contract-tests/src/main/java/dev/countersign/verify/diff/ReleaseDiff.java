package dev.countersign.verify.diff;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.verify.release.Release;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What has changed between a released document and the current one, for people.
 *
 * @param released a file, or a name of {@link GitDocument}
 * @param folder where the draft of the changelog is written
 */
public record ReleaseDiff(String released, Path current, Path folder) {
    /** Prints every change, breaks first, then the verdict; says whether the version may have them. */
    public boolean print(PrintStream out) throws IOException {
        Optional<GitDocument> revision = GitDocument.named(released, current);
        LoadedContract before = revision.isPresent() ? revision.get().load() : ContractLoader.load(Path.of(released));
        Release release =
                Release.of(before.contract(), ContractLoader.load(current).contract(), false);
        boolean kept = release.breaks().isEmpty() || release.mayBreak();
        Difference difference = Difference.of(release.released(), release.current(), release.changes(), Consumers.NONE);
        release.notes().forEach(out::println);
        TextDiff.of(difference)
                .lines()
                .forEach(line -> out.println((!kept && line.startsWith(TextDiff.BREAKS) ? "✗ " : "") + line));
        out.println(release.verdict() + "; changelog draft in " + release.draft(folder));
        return kept;
    }
}
