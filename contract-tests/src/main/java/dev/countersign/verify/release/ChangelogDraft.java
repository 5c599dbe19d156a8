package dev.countersign.verify.release;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changelog's entry for a contract, in the form of keepachangelog.com, for a person to shorten and to paste. */
public final class ChangelogDraft {
    private ChangelogDraft() {}

    /** Markdown; it says so when nothing has changed. */
    public static String of(ContractVersion released, ContractVersion current, List<Change> changes) {
        String heading = released.equals(current) ? "Unreleased" : current.text();
        return "## [" + heading + "]\n\n" + verdict(released, changes) + "\n"
                + section("Changed, and breaks consumers", changes.stream().filter(Change::breaking))
                + section("Added", changes.stream().filter(change -> !change.breaking() && isNew(change)))
                + section("Changed", changes.stream().filter(change -> !change.breaking() && !isNew(change)));
    }

    private static String verdict(ContractVersion released, List<Change> changes) {
        if (changes.isEmpty()) {
            return "Nothing that a consumer of " + released.text() + " can notice.";
        }
        return changes.stream().anyMatch(Change::breaking)
                ? "Breaks consumers of " + released.text() + "."
                : "Compatible with " + released.text() + ".";
    }

    private static boolean isNew(Change change) {
        return change.what().startsWith("a new ");
    }

    private static String section(String heading, Stream<Change> changes) {
        String lines =
                changes.map(change -> "- " + sentence(change.text()) + "\n").collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n### " + heading + "\n" + lines;
    }

    private static String sentence(String text) {
        return text.replace("<", "\\<").strip();
    }
}
