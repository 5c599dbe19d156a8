package dev.countersign.mock.explain;

import java.util.List;

/** An explanation for a terminal: the exchange on one line, below it what led to the answer. */
public final class ExplanationText {
    private ExplanationText() {}

    /** The lines, without line breaks. Holds neither headers nor query nor body: they may be secret. */
    public static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append(printable(explanation.request().toString()))
                .append(" -> ")
                .append(explanation.response().status());
        for (Step step : explanation.steps()) {
            text.append(System.lineSeparator()).append("  ").append(step.name()).append(": ");
            text.append(printable(step.outcome()));
            details(step.details(), text);
        }
        return text.toString();
    }

    private static void details(List<String> details, StringBuilder text) {
        for (String detail : details) {
            text.append(System.lineSeparator()).append("    ").append(printable(detail));
        }
    }

    /** What a client sends must not steer the terminal. */
    private static String printable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c != 0x7f) ? text : text.replaceAll("\\p{Cntrl}", "?");
    }
}
