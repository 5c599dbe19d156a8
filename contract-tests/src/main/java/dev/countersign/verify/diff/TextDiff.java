package dev.countersign.verify.diff;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For a terminal. */
final class TextDiff {
    static final String BREAKS = "BREAKS";

    private TextDiff() {}

    static String of(Difference difference) {
        Stream<String> changes = Stream.concat(
                        difference.changes().stream()
                                .filter(noticed -> noticed.change().breaking()),
                        difference.changes().stream()
                                .filter(noticed -> !noticed.change().breaking()))
                .map(TextDiff::line);
        return Stream.of(Stream.of(difference.summary()), changes, Stream.of(difference.aboutVersion()))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(Noticed noticed) {
        return (noticed.change().breaking() ? BREAKS + "  " : "ok      ")
                + noticed.change().text()
                + (noticed.consumers().isEmpty() ? "" : " Hits: " + String.join(", ", noticed.consumers()) + ".");
    }
}
