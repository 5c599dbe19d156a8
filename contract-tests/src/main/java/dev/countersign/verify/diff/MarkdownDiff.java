package dev.countersign.verify.diff;

import java.util.List;
import java.util.stream.Collectors;

/** For a merge request: a heading, and a table for each severity. */
final class MarkdownDiff {
    private MarkdownDiff() {}

    static String of(Difference difference) {
        String about = difference.aboutVersion();
        return "## " + escaped(difference.summary()) + "\n"
                + (about.isEmpty() ? "" : "\n" + escaped(about) + "\n")
                + table(
                        "Breaks consumers",
                        difference.changes().stream()
                                .filter(noticed -> noticed.change().breaking())
                                .toList())
                + table(
                                "Compatible",
                                difference.changes().stream()
                                        .filter(noticed -> !noticed.change().breaking())
                                        .toList())
                        .stripTrailing();
    }

    private static String table(String heading, List<Noticed> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        boolean hits = changes.stream().anyMatch(noticed -> !noticed.consumers().isEmpty());
        return "\n### " + heading + "\n\n| operation | where | what | consumers |" + (hits ? " hits |" : "")
                + "\n| --- | --- | --- | --- |" + (hits ? " --- |" : "") + "\n"
                + changes.stream().map(noticed -> row(noticed, hits)).collect(Collectors.joining());
    }

    private static String row(Noticed noticed, boolean hits) {
        List<String> cells = List.of(
                noticed.change().operation(),
                noticed.change().place(),
                noticed.change().what(),
                noticed.change().advice());
        return "| " + cells.stream().map(MarkdownDiff::escaped).collect(Collectors.joining(" | ")) + " |"
                + (hits ? " " + escaped(String.join(", ", noticed.consumers())) + " |" : "") + "\n";
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_<>\\[\\]|])", "\\\\$1").replaceAll("\\R", " ");
    }
}
