package dev.countersign.verify.report;

import dev.countersign.openapi.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A run as one page of HTML that needs nothing else. */
final class HtmlReport {
    private final Summary run;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Summary run) {
        this.run = run;
    }

    static String of(Summary run) {
        HtmlReport report = new HtmlReport(run);
        report.page();
        return report.out.toString();
    }

    private void page() {
        Tally all = Tally.of(run.checks());
        add("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>", text(run.contract()));
        add(": contract tests</title><style>", style(), "</style><main>");
        String verdict = run.hasFailed() ? "failed" : "passed";
        add("<header class=\"", verdict, "\"><p>", text(run.contract()), "</p><h1>");
        add(text(run.verdict()), "</h1><ul>");
        fact(run.operations().size(), "operations");
        fact(run.cases().size(), "documented cases");
        fact(all.passed(), "checks passed");
        fact(all.failed(), "failed");
        fact(all.passedOver(), "passed over");
        add("</ul><p>Provider: ", text(run.provider()), ".");
        add(run.mutants().isEmpty() ? "" : " Planted faults: " + text(run.mutants()), "</p></header>");
        failures();
        operations();
        others();
        passedOver();
        add("</main></html>\n");
    }

    private void failures() {
        if (!run.hasFailed()) {
            return;
        }
        add("<section><h2>What is broken</h2>");
        for (Card card : run.cards()) {
            add("<article><h3>", text(card.title()));
            add(" <small>", text(card.first().layer().title()), "</small></h3><pre>");
            add(text(card.first().message()), "</pre>");
            add(card.alsoSeen().isEmpty() ? "" : "<p>" + text(card.alsoSeen()) + "</p>", "</article>");
        }
        add(run.again().isEmpty() ? "" : "<p>Again: <code>" + text(run.again()) + "</code></p>", "</section>");
    }

    private void operations() {
        List<Layer> layers = run.columns();
        Map<String, Map<Layer, List<Check>>> cells = run.cells();
        add("<section><h2>Operations</h2><div class=\"wide\"><table><thead><tr><th>operation</th>");
        layers.forEach(layer -> add("<th title=\"", text(layer.meaning()), "\">", text(layer.title()), "</th>"));
        add("</tr></thead><tbody>");
        for (Operation operation : run.operations()) {
            add("<tr><th><code>", text(operation.method() + " " + operation.path()), "</code></th>");
            layers.forEach(
                    layer -> cell(cells.getOrDefault(operation.id(), Map.of()).getOrDefault(layer, List.of())));
            add("</tr>");
        }
        add("</tbody></table></div><details><summary>What the columns mean</summary><dl>");
        layers.forEach(layer -> add("<dt>", text(layer.title()), "</dt><dd>", text(layer.meaning()), "</dd>"));
        add("</dl></details></section>");
    }

    private void cell(List<Check> checks) {
        Tally tally = Tally.of(checks);
        StringBuilder names = new StringBuilder();
        checks.forEach(check -> names.append(
                        check.outcome() instanceof Outcome.Passed
                                ? ""
                                : check.hasFailed() ? "failed: " : "passed over: ")
                .append(check.name())
                .append('\n'));
        add(
                "<td class=\"",
                tally.word(),
                "\" title=\"",
                text(names.toString().strip()),
                "\">",
                text(tally.text()),
                "</td>");
    }

    private void others() {
        Map<Layer, List<Check>> others = run.others();
        if (others.isEmpty()) {
            return;
        }
        add("<section><h2>Other checks</h2><table><tbody>");
        others.forEach((layer, checks) -> {
            add("<tr><th>", text(layer.meaning()), "</th>");
            cell(checks);
            add("</tr>");
        });
        add("</tbody></table></section>");
    }

    private void passedOver() {
        if (run.passedOver().isEmpty()) {
            return;
        }
        add("<section><h2>Passed over</h2><ul>");
        run.passedOver()
                .forEach((reason, times) -> add("<li>", times > 1 ? times + " times: " : "", text(reason), "</li>"));
        add("</ul></section>");
    }

    private void fact(long number, String what) {
        add("<li><b>", Long.toString(number), "</b> ", what, "</li>");
    }

    private void add(String... parts) {
        for (String part : parts) {
            out.append(part);
        }
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
