package dev.countersign.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as Markdown, for a pull request or a terminal. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String of(Summary run) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + run.verdict() + ": " + run.contract());
        lines.add("");
        lines.add(run.count() + ". Provider: " + run.provider() + "."
                + (run.mutants().isEmpty() ? "" : " Planted faults: " + run.mutants()));
        if (run.hasFailed()) {
            lines.add("");
            lines.add("## What is broken");
            run.cards().forEach(card -> card(card, lines));
            lines.add("");
            lines.add(again(run));
        }
        lines.add("");
        Map<String, Map<Layer, List<Check>>> cells = run.cells();
        lines.add("## Operations");
        lines.add("");
        lines.add(
                "| operation | " + run.columns().stream().map(Layer::title).collect(Collectors.joining(" | ")) + " |");
        lines.add("| --- |" + " --- |".repeat(run.columns().size()));
        run.operations()
                .forEach(operation -> lines.add(Stream.concat(
                                Stream.of("`" + operation.method() + " "
                                        + operation.path().replace("|", "\\|") + "`"),
                                run.columns().stream()
                                        .map(layer -> Tally.of(cells.getOrDefault(operation.id(), Map.of())
                                                        .getOrDefault(layer, List.of()))
                                                .text()))
                        .collect(Collectors.joining(" | ", "| ", " |"))));
        lines.add("");
        run.columns().forEach(layer -> lines.add("- **" + layer.title() + "**: " + layer.meaning()));
        if (!run.others().isEmpty()) {
            lines.add("");
            lines.add("## Other checks");
            lines.add("");
            run.others()
                    .forEach((layer, checks) -> lines.add(
                            "- " + layer.meaning() + " " + Tally.of(checks).text()));
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

    private static void card(Card card, List<String> lines) {
        lines.add("");
        lines.add("**" + card.first().layer().title() + "**, " + card.title());
        lines.add("```");
        lines.add(card.first().message());
        lines.add("```");
        if (!card.alsoSeen().isEmpty()) {
            lines.add(card.alsoSeen());
        }
    }

    private static String again(Summary run) {
        return run.again().isEmpty() ? "" : "Again: `" + run.again() + "`";
    }
}
