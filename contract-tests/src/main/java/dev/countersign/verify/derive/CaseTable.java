package dev.countersign.verify.derive;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is verified, for a person to read.
 *
 * @param lines in Markdown: one line for each case, then what was noted on the way
 */
record CaseTable(List<String> lines) {
    static CaseTable of(Contract contract, Derivation derivation) {
        List<String> lines = new ArrayList<>(List.of(
                "# What is verified of " + contract.title() + " " + contract.version(),
                "",
                "| operation | request | answers | example | provider state | answer is |",
                "| --- | --- | --- | --- | --- | --- |"));
        derivation.cases().forEach(each -> lines.add(row(each)));
        derivation.notes().forEach(note -> lines.add("\n- " + note));
        return new CaseTable(lines);
    }

    /** Writes {@code cases.md}, and says where. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve("cases.md"), lines);
    }

    private static String row(TestCase testCase) {
        return "| " + testCase.operation().id() + " | "
                + testCase.operation().method() + " "
                + testCase.operation().path().replace("|", "\\|") + " | " + testCase.status() + " | "
                + testCase.example() + " | " + testCase.state().name() + " | "
                + (testCase.answer().documented() ? "documented" : "generated from its schema") + " |";
    }
}
