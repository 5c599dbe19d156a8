package dev.countersign.verify.report;

import java.util.List;

/** How many of some checks have passed, failed, and been passed over. */
public record Tally(long passed, long failed, long passedOver) {
    /** Counts. */
    public static Tally of(List<Check> checks) {
        return new Tally(
                checks.stream()
                        .filter(each -> each.outcome() instanceof Outcome.Passed)
                        .count(),
                checks.stream().filter(Check::hasFailed).count(),
                checks.stream()
                        .filter(each -> each.outcome() instanceof Outcome.PassedOver)
                        .count());
    }

    boolean isEmpty() {
        return passed + failed + passedOver == 0;
    }

    /** One word for a style sheet. */
    String word() {
        return failed > 0 ? "failed" : isEmpty() ? "none" : passed == 0 ? "over" : "passed";
    }

    /** For a cell of a table: what has failed first, if anything. */
    String text() {
        if (isEmpty()) {
            return "";
        }
        String over = passedOver > 0 ? " (" + passedOver + " passed over)" : "";
        return failed > 0
                ? "✗ " + failed + " of " + (passed + failed) + over
                : passed > 0 ? "✓ " + passed + over : "–" + over;
    }
}
