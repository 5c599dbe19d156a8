package dev.countersign.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as Markdown, for a pull request or a terminal. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String of(Summary run) {
        List<String> lines = new ArrayList<>();
        Tally all = Tally.of(run.checks());
        lines.add("# " + (run.hasFailed() ? "✗ The contract is broken" : "✓ The contract is kept") + ": "
                + run.contract());
        lines.add("");
        lines.add(run.operations().size() + " operations, " + run.cases().size() + " documented cases; " + all.passed()
                + " checks passed, " + all.failed() + " failed, " + all.passedOver() + " passed over. Provider: "
                + run.provider() + "." + (run.mutants().isEmpty() ? "" : " Planted faults: " + run.mutants()));
        if (run.hasFailed()) {
            lines.add("");
            lines.add("## What is broken");
            run.failures().forEach(check -> failure(run, check, lines));
        }
        lines.add("");
        lines.add("## Operations");
        lines.add("");
        lines.add("| operation | " + run.layers().stream().map(Layer::title).collect(Collectors.joining(" | ")) + " |");
        lines.add("| --- |" + " --- |".repeat(run.layers().size()));
        run.operations()
                .forEach(operation -> lines.add(Stream.concat(
                                Stream.of("`" + operation.method() + " "
                                        + operation.path().replace("|", "\\|") + "`"),
                                run.layers().stream()
                                        .map(layer -> Tally.of(run.of(operation, layer))
                                                .text()))
                        .collect(Collectors.joining(" | ", "| ", " |"))));
        lines.add("");
        run.layers().forEach(layer -> lines.add("- **" + layer.title() + "**: " + layer.meaning()));
        if (!run.others().isEmpty()) {
            lines.add("");
            lines.add("## Other checks");
            lines.add("");
            run.others()
                    .forEach((what, checks) ->
                            lines.add("- " + what + ": " + Tally.of(checks).text()));
        }
        if (!run.passedOver().isEmpty()) {
            lines.add("");
            lines.add("## Passed over");
            lines.add("");
            run.passedOver()
                    .forEach((reason, times) -> lines.add("- " + (times > 1 ? times + " times: " : "") + reason));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void failure(Summary run, Check check, List<String> lines) {
        lines.add("");
        lines.add("**" + check.test() + "**" + (check.name().isEmpty() ? "" : ", " + check.name()));
        lines.add("```");
        lines.add(check.message());
        lines.add("```");
        lines.add("Again: `" + run.reproduction(check) + "`");
    }
}
