package dev.countersign.mock.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the server is held to: a figure in multiples of another one of the same run.
 *
 * @param what the two figures
 * @param limit the multiple that is not to be exceeded
 * @param ratio the multiple, round by round
 */
record Bar(String what, double limit, Summary ratio) {
    boolean holds() {
        return ratio.median() <= limit;
    }

    /** All bars whose two figures were measured. */
    static List<Bar> of(List<Run> runs) {
        List<Bar> bars = new ArrayList<>();
        if (runs.isEmpty()) {
            return bars;
        }
        Run smallest = runs.get(0);
        Run largest = runs.get(runs.size() - 1);
        against(bars, smallest, Measure.CPU_VALID, Peer.PRISM, 0.09);
        against(bars, smallest, Measure.CPU_VALID, Peer.BACKEND, 0.15);
        against(bars, smallest, Measure.CPU_VALID, Peer.JETTY, 1.0);
        smallest.server(Peer.OURS)
                .ifPresent(ours -> bars.add(bar(
                        "CPU us/invalid to CPU us/valid",
                        1.3,
                        ours.rounds(),
                        Measure.CPU_INVALID::of,
                        ours.rounds(),
                        Measure.CPU_VALID::of)));
        against(bars, smallest, Measure.ALONE_P50, Peer.JETTY, 1.15);
        against(bars, smallest, Measure.PEAK, Peer.PRISM, 0.35);
        for (Run run : runs) {
            against(bars, run, Measure.FIRST_ANSWER, Peer.PRISM, 0.16);
        }
        if (runs.size() > 1) {
            smallest.server(Peer.OURS)
                    .ifPresent(few -> largest.server(Peer.OURS)
                            .ifPresent(many -> bars.add(bar(
                                    "CPU us/valid, %d operations to %d"
                                            .formatted(largest.operations(), smallest.operations()),
                                    1.05,
                                    many.rounds(),
                                    Measure.CPU_VALID::of,
                                    few.rounds(),
                                    Measure.CPU_VALID::of))));
        }
        return bars;
    }

    private static void against(List<Bar> bars, Run run, Measure measure, Peer peer, double limit) {
        run.server(Peer.OURS)
                .ifPresent(ours -> run.server(peer)
                        .ifPresent(other -> bars.add(bar(
                                "%s, %d operations, to %s".formatted(measure.title(), run.operations(), peer.title()),
                                limit,
                                ours.rounds(),
                                measure::of,
                                other.rounds(),
                                measure::of))));
    }

    private static Bar bar(
            String what,
            double limit,
            List<Figures> rounds,
            ToDoubleFunction<Figures> figure,
            List<Figures> baseline,
            ToDoubleFunction<Figures> of) {
        return new Bar(
                what,
                limit,
                Summary.of(IntStream.range(0, Math.min(rounds.size(), baseline.size()))
                        .mapToDouble(i -> figure.applyAsDouble(rounds.get(i)) / of.applyAsDouble(baseline.get(i)))
                        .toArray()));
    }
}
