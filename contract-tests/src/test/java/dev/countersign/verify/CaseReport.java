package dev.countersign.verify;

import dev.countersign.verify.cases.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is verified, for a person to read. */
final class CaseReport {
    private CaseReport() {}

    /** Writes {@code cases.md} into the build folder: one line for each case, then what was noted on the way. */
    static Path write() throws IOException {
        List<String> lines = Stream.of(
                        Stream.of(
                                "# What is verified of " + Subject.contract().title() + " "
                                        + Subject.contract().version(),
                                "",
                                "| operation | request | answers | example | provider state | answer is |",
                                "| --- | --- | --- | --- | --- | --- |"),
                        Subject.derivation().cases().stream().map(CaseReport::row),
                        Subject.derivation().notes().stream().map(note -> "\n- " + note))
                .flatMap(part -> part)
                .toList();
        return Files.write(Subject.directory("build.dir").resolve("cases.md"), lines);
    }

    private static String row(Case conversation) {
        return "| " + conversation.operation().id() + " | "
                + conversation.operation().method() + " "
                + conversation.operation().path().replace("|", "\\|") + " | " + conversation.status() + " | "
                + conversation.example() + " | " + conversation.state().name() + " | "
                + (conversation.answer().documented() ? "documented" : "generated from its schema") + " |";
    }
}
