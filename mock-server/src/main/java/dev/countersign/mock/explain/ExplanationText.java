package dev.countersign.mock.explain;

import dev.countersign.mock.exchange.PrintableText;
import java.util.List;

/** An explanation for a terminal: the exchange on one line, below it what led to the answer. */
public final class ExplanationText {
    private ExplanationText() {}

    /** The lines, without line breaks. Holds neither headers nor query nor body: they may be secret. */
    public static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append(PrintableText.line(explanation.request().toString()))
                .append(" -> ")
                .append(explanation.response().status());
        for (Step step : explanation.steps()) {
            text.append(System.lineSeparator()).append("  ").append(step.name()).append(": ");
            text.append(PrintableText.line(step.outcome()));
            details(step.details(), text);
        }
        return text.toString();
    }

    private static void details(List<String> details, StringBuilder text) {
        for (String detail : details) {
            text.append(System.lineSeparator()).append("    ").append(PrintableText.line(detail));
        }
    }
}
