package dev.countersign.mock.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Draws results as an SVG that reads in light and in dark, with every value as text. */
final class Chart {
    private static final int WIDTH = 860;
    private static final int PANEL = WIDTH / 2;
    private static final int LABEL = 132;
    private static final int BAR = 200;
    private static final int ROW = 22;
    private static final int HEAD = 56;

    private record Panel(String title, String unit, ToDoubleFunction<Run.OfServer> value) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("CPU for one valid request", "µs", server -> server.median(Measure.CPU_VALID)),
            new Panel("First answer after the start", "s", server -> server.median(Measure.FIRST_ANSWER)),
            new Panel("Largest resident size under load", "MB", server -> server.median(Measure.PEAK)),
            new Panel("Median time on one connection", "µs", server -> server.median(Measure.ALONE_P50)));

    private Chart() {}

    /** Of the first document's servers. */
    static String of(Results results) {
        Run run = results.runs().get(0);
        int panelHeight = HEAD + ROW * run.servers().size();
        List<String> footer = footer(results, run);
        int height = 2 * panelHeight + 16 * (footer.size() + 1);
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                role="img" aria-labelledby="title desc">
                <title id="title">The mock server and its peers, less is better</title>
                <desc id="desc">%3$s</desc>
                <style>
                text { font: 13px system-ui, sans-serif; fill: #1f2328 }
                .head { font-weight: 600; font-size: 14px }
                .note { font-size: 11px; fill: #59636e }
                .bar { fill: #8c959f }
                .ours { fill: #0969da }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6edf3 }
                  .note { fill: #9198a1 }
                  .bar { fill: #6e7681 }
                  .ours { fill: #4493f8 }
                }
                </style>
                """.formatted(WIDTH, height, escape(description(results, run))));
        for (int i = 0; i < PANELS.size(); i++) {
            panel(svg, run, PANELS.get(i), i % 2 * PANEL, i / 2 * panelHeight);
        }
        int y = 2 * panelHeight + 18;
        for (String line : footer) {
            svg.append("<text class=\"note\" x=\"12\" y=\"%d\">%s</text>\n".formatted(y, escape(line)));
            y += 16;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, Run run, Panel panel, int left, int top) {
        double largest = run.servers().stream()
                .mapToDouble(panel.value())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        svg.append("<text class=\"head\" x=\"%d\" y=\"%d\">%s, %s</text>\n"
                .formatted(left + 12, top + 36, panel.title(), panel.unit()));
        int y = top + HEAD;
        for (Run.OfServer server : run.servers()) {
            double value = panel.value().applyAsDouble(server);
            double length = Double.isFinite(value) ? Math.max(1, value / largest * BAR) : 0;
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                    .formatted(left + LABEL, y + 11, escape(label(server.peer()))));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"2\"/>",
                    server.peer() == Peer.OURS ? "bar ours" : "bar",
                    left + LABEL + 8,
                    y,
                    length));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                    left + LABEL + 14 + length,
                    y + 11,
                    Report.number(value)));
            y += ROW;
        }
    }

    private static String label(Peer peer) {
        return peer.title().replaceAll(",.*| CLI", "");
    }

    private static String description(Results results, Run run) {
        StringBuilder text = new StringBuilder();
        for (Panel panel : PANELS) {
            text.append(panel.title()).append(" in ").append(panel.unit()).append(": ");
            for (Run.OfServer server : run.servers()) {
                text.append(results.title(server.peer()))
                        .append(' ')
                        .append(Report.number(panel.value().applyAsDouble(server)))
                        .append("; ");
            }
        }
        return text.toString().strip();
    }

    private static List<String> footer(Results results, Run run) {
        Machine machine = results.machine();
        String measured = "Less is better. %s, %d cores; medians, %d rounds. %s"
                .formatted(
                        machine.processor(),
                        machine.cores(),
                        results.settings().rounds(),
                        results.settings().note());
        return Stream.concat(Stream.of(measured), sources(run)).toList();
    }

    /** Not all that answer have as much to do. */
    private static Stream<String> sources(Run run) {
        Map<Peer.Given, List<String>> servers = run.servers().stream()
                .map(Run.OfServer::peer)
                .collect(groupingBy(Peer::given, TreeMap::new, mapping(Chart::label, toList())));
        return servers.entrySet().stream()
                .map(each ->
                        "Answered from " + each.getKey().title() + ": " + String.join(", ", each.getValue()) + ".");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
