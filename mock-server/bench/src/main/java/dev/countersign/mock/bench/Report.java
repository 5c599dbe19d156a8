package dev.countersign.mock.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Renders the figures of all servers as one Markdown table. */
final class Report {
    private record Column(String title, ToDoubleFunction<Figures> figure) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("first 200, s", Figures::firstAnswerSeconds),
            new Column("valid/s", Figures::validPerSecond),
            new Column("invalid/s", Figures::invalidPerSecond),
            new Column("p50, us", Figures::p50Micros),
            new Column("p99, us", Figures::p99Micros),
            new Column("CPU us/valid", Figures::cpuMicrosValid),
            new Column("CPU us/invalid", Figures::cpuMicrosInvalid),
            new Column("peak RSS, MB", Figures::peakMegabytes));

    private Report() {}

    static String of(int operations, Map<Peer, List<Figures>> measured) {
        StringBuilder table = new StringBuilder();
        table.append(operations).append(" operations: median [lowest..highest]; x = median ratio of ours to it\n\n|");
        table.append(" server |");
        COLUMNS.forEach(column -> table.append(' ').append(column.title()).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(COLUMNS.size())).append('\n');
        List<Figures> ours = measured.getOrDefault(Peer.OURS, List.of());
        measured.forEach((peer, figures) -> {
            table.append("| ").append(peer.title()).append(" |");
            for (Column column : COLUMNS) {
                table.append(' ').append(cell(peer, figures, ours, column)).append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static String cell(Peer peer, List<Figures> figures, List<Figures> ours, Column column) {
        double[] values = figures.stream().mapToDouble(column.figure()).sorted().toArray();
        String text =
                "%s [%s..%s]".formatted(number(median(values)), number(values[0]), number(values[values.length - 1]));
        if (peer == Peer.OURS) {
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
        return value >= 100 ? "%.0f".formatted(value) : "%.3g".formatted(value);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
