package dev.countersign.client.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Renders what every client needs as a multiple of what {@link Contender#RAW} needs in the same round. */
final class Report {
    private static final Contender BASELINE = Contender.RAW;

    private record Column(String title, ToDoubleFunction<Figures> figure) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("time (median)", Figures::medianMicros),
            new Column("time (mean)", Figures::meanMicros),
            new Column("bytes", Figures::bytes));

    private Report() {}

    static String of(Map<Contender, List<Figures>> measured) {
        List<Figures> baseline = measured.getOrDefault(BASELINE, List.of());
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "One call, x times %s (%.1f us, %.0f bytes allocated): median of %d rounds [lowest..highest]%n%n| client |",
                BASELINE.title(),
                median(sorted(baseline, Figures::medianMicros)),
                median(sorted(baseline, Figures::bytes)),
                baseline.size()));
        COLUMNS.forEach(column -> table.append(' ').append(column.title()).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(COLUMNS.size())).append('\n');
        measured.forEach((contender, figures) -> {
            if (contender != BASELINE) {
                table.append("| ").append(contender.title()).append(" |");
                COLUMNS.forEach(column -> table.append(' ')
                        .append(ratios(figures, baseline, column.figure()))
                        .append(" |"));
                table.append('\n');
            }
        });
        return table.toString();
    }

    private static String ratios(List<Figures> figures, List<Figures> baseline, ToDoubleFunction<Figures> figure) {
        double[] ratios = IntStream.range(0, figures.size())
                .mapToDouble(round -> figure.applyAsDouble(figures.get(round)) / figure.applyAsDouble(baseline.get(round)))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT, "%.2f [%.2f..%.2f]", median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static double[] sorted(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        return figures.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
