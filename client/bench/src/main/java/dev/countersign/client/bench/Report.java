package dev.countersign.client.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Renders the figures of all clients as one Markdown table. */
final class Report {
    private record Column(String title, ToDoubleFunction<Figures> figure) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("median, us", Figures::medianMicros),
            new Column("mean, us", Figures::meanMicros),
            new Column("allocated, bytes", Figures::bytes));

    private Report() {}

    static String of(Map<Contender, List<Figures>> measured) {
        StringBuilder table = new StringBuilder("One call: median of the rounds [lowest..highest];");
        table.append(" x = how much ours needs of it, median of the rounds' ratios\n\n| client |");
        COLUMNS.forEach(column -> table.append(' ').append(column.title()).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(COLUMNS.size())).append('\n');
        List<Figures> ours = measured.getOrDefault(Contender.OURS, List.of());
        measured.forEach((contender, figures) -> {
            table.append("| ").append(contender.title()).append(" |");
            for (Column column : COLUMNS) {
                table.append(' ').append(cell(contender, figures, ours, column)).append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static String cell(Contender contender, List<Figures> figures, List<Figures> ours, Column column) {
        double[] values = figures.stream().mapToDouble(column.figure()).sorted().toArray();
        String text =
                "%s [%s..%s]".formatted(number(median(values)), number(values[0]), number(values[values.length - 1]));
        if (contender == Contender.OURS) {
            return text;
        }
        double[] ratios = IntStream.range(0, figures.size())
                .mapToDouble(round -> column.figure().applyAsDouble(ours.get(round))
                        / column.figure().applyAsDouble(figures.get(round)))
                .sorted()
                .toArray();
        return text + " **%.2fx**".formatted(median(ratios));
    }

    private static String number(double value) {
        return value >= 1000 ? "%.0f".formatted(value) : "%.1f".formatted(value);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
