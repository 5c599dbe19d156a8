package dev.countersign.mock.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is compared between servers, less being better but for the two rates. */
@SuppressWarnings("ImmutableEnumChecker") // Nothing that a figure is read by changes.
enum Measure {
    FIRST_ANSWER("first 200, s", Figures::firstAnswerSeconds),
    START_CPU("CPU until then, s", Figures::startCpuSeconds),
    VALID_RATE("valid/s", Figures::validPerSecond),
    INVALID_RATE("invalid/s", Figures::invalidPerSecond),
    P50("p50, us", figures -> figures.loaded().p50()),
    P99("p99, us", figures -> figures.loaded().p99()),
    ALONE_P50("one connection: p50, us", figures -> figures.alone().p50()),
    ALONE_P99("one connection: p99, us", figures -> figures.alone().p99()),
    CPU_VALID("CPU us/valid", Figures::cpuMicrosValid),
    CPU_INVALID("CPU us/invalid", Figures::cpuMicrosInvalid),
    PEAK("peak RSS, MB", Figures::peakMegabytes);

    private final String title;
    private final ToDoubleFunction<Figures> figure;

    Measure(String title, ToDoubleFunction<Figures> figure) {
        this.title = title;
        this.figure = figure;
    }

    String title() {
        return title;
    }

    double of(Figures figures) {
        return figure.applyAsDouble(figures);
    }

    Summary summary(List<Figures> rounds) {
        return Summary.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
