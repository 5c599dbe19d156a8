package dev.countersign.mock.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Renders results as Markdown. */
final class Report {
    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private Report(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        return new Report(results).render();
    }

    private String render() {
        head();
        results.runs().forEach(this::run);
        if (!results.runs().isEmpty()) {
            rates(results.runs().get(0));
            memory(results.runs().get(0));
        }
        comparisons("Large bodies", results.bodies());
        comparisons("Proxies", results.proxies());
        bars();
        return text.toString().stripTrailing() + "\n";
    }

    private void head() {
        Machine machine = results.machine();
        Settings settings = results.settings();
        line("# The mock server and its peers");
        line("");
        line("%s, %d cores, %d GB; %s; %s."
                .formatted(
                        machine.processor(),
                        machine.cores(),
                        Math.round(machine.memoryMegabytes() / 1024.0),
                        machine.system(),
                        machine.java()));
        line("Commit %s, %s, rounds: %d.".formatted(results.commit(), results.taken(), settings.rounds()));
        line("The benchmark wrote this page; each figure is a median over the rounds [lowest..highest].");
        if (!settings.note().isEmpty()) {
            line("**%s**".formatted(settings.note()));
        }
        line("");
        results.leftOut().forEach(why -> line("- " + why));
        text.append(results.leftOut().isEmpty() ? "" : "\n");
    }

    private void run(Run run) {
        line("## %d operations, %s".formatted(run.operations(), size(run.bytes())));
        line("**x** is the median ratio of ours to it, round by round.");
        line("");
        row("server", "answers from");
        for (Measure measure : Measure.values()) {
            text.append(' ').append(measure.title()).append(" |");
        }
        line("");
        line("| --- | --- |" + " --- |".repeat(Measure.values().length));
        List<Figures> ours = run.server(Peer.OURS).map(Run.OfServer::rounds).orElse(List.of());
        for (Run.OfServer server : run.servers()) {
            row(results.title(server.peer()), server.peer().given().title());
            for (Measure measure : Measure.values()) {
                text.append(' ').append(cell(measure, server, ours)).append(" |");
            }
            line("");
        }
        line("");
    }

    private static String cell(Measure measure, Run.OfServer server, List<Figures> ours) {
        String figure = summary(measure.summary(server.rounds()));
        if (server.peer() == Peer.OURS || ours.isEmpty()) {
            return figure;
        }
        Summary ratio = Summary.of(
                IntStream.range(0, Math.min(ours.size(), server.rounds().size()))
                        .mapToDouble(round -> measure.of(ours.get(round))
                                / measure.of(server.rounds().get(round)))
                        .toArray());
        return figure + " **" + number(ratio.median()) + "x**";
    }

    private void rates(Run run) {
        line("## At fixed rates");
        line("Times count from when a request was due, not from when it could be sent.");
        line("");
        line("| server | due/s | answered/s | p50, us | p90, us | p99, us | p99.9, us | longest, us | CPU us |");
        line("| --- |" + " --- |".repeat(8));
        for (Run.OfServer server : run.servers()) {
            for (int i = 0; i < server.rounds().get(0).atRates().size(); i++) {
                int rate = i;
                List<Figures.AtRate> paced = server.rounds().stream()
                        .map(figures -> figures.atRates().get(rate))
                        .toList();
                row(
                        results.title(server.peer()),
                        String.valueOf(paced.get(0).perSecond()),
                        median(paced, Figures.AtRate::answeredPerSecond),
                        median(paced, each -> each.micros().p50()),
                        median(paced, each -> each.micros().p90()),
                        median(paced, each -> each.micros().p99()),
                        median(paced, each -> each.micros().p999()),
                        median(paced, each -> each.micros().max()),
                        median(paced, Figures.AtRate::cpuMicros));
                line("");
            }
        }
        line("");
    }

    private static String median(List<Figures.AtRate> paced, ToDoubleFunction<Figures.AtRate> figure) {
        return number(Summary.of(paced.stream().mapToDouble(figure).toArray()).median());
    }

    private void memory(Run run) {
        line("## Memory over time");
        line("Resident megabytes at the first answer, half-way and at the end of the first round.");
        line("");
        line("| server | seconds | first | half-way | end |");
        line("| --- | --- | --- | --- | --- |");
        for (Run.OfServer server : run.servers()) {
            List<Double> sizes = server.rounds().get(0).residentMegabytes();
            if (!sizes.isEmpty()) {
                row(
                        results.title(server.peer()),
                        String.valueOf(sizes.size()),
                        number(sizes.get(0)),
                        number(sizes.get(sizes.size() / 2)),
                        number(sizes.get(sizes.size() - 1)));
                line("");
            }
        }
        line("");
    }

    private void comparisons(String title, List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            return;
        }
        line("## " + title);
        line("One connection, one exchange after the other, each in a process of its own.");
        line("");
        line("| exchange | server | ms | CPU ms | first byte, ms | peak RSS, MB |");
        line("| --- | --- | --- | --- | --- | --- |");
        for (Comparison comparison : comparisons) {
            for (Comparison.OfServer server : comparison.servers()) {
                if (server.fault().isEmpty()) {
                    row(
                            comparison.what(),
                            server.title(),
                            summary(server.millis()),
                            summary(server.cpuMillis()),
                            summary(server.firstByteMillis()),
                            summary(server.peakMegabytes()));
                } else {
                    row(comparison.what(), server.title(), server.fault(), "", "", "");
                }
                line("");
            }
        }
        line("");
    }

    private void bars() {
        if (results.bars().isEmpty()) {
            return;
        }
        line("## What the server is held to");
        line("| ratio | at most | measured | |");
        line("| --- | --- | --- | --- |");
        for (Bar bar : results.bars()) {
            row(bar.what(), number(bar.limit()), summary(bar.ratio()), bar.holds() ? "holds" : "**missed**");
            line("");
        }
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? number(bytes / 1e3) + " kB" : number(bytes / 1e6) + " MB";
    }

    private static String summary(Summary summary) {
        return "%s [%s..%s]".formatted(number(summary.median()), number(summary.lowest()), number(summary.highest()));
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3g", value);
    }
}
