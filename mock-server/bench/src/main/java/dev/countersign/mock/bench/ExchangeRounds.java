package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The same exchanges with several servers, each in a process of its own, round after round. */
final class ExchangeRounds {
    private static final int LEAST = 3;

    private final Settings settings;
    private final Path folder;

    ExchangeRounds(Settings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** A server that takes part. */
    record Contestant(String title, Command command) {
        /** What starts it. */
        interface Command {
            List<String> on(int port) throws IOException;
        }
    }

    /** What one round showed. */
    private record Measured(String fault, double millis, double cpuMillis, double firstByteMillis, double peak) {}

    List<Comparison> measure(List<Exchange> exchanges, List<Contestant> contestants) {
        List<List<List<Measured>>> measured = new ArrayList<>();
        exchanges.forEach(exchange -> {
            List<List<Measured>> of = new ArrayList<>();
            contestants.forEach(contestant -> of.add(new ArrayList<>()));
            measured.add(of);
        });
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int i = 0; i < exchanges.size(); i++) {
                for (int j = 0; j < contestants.size(); j++) {
                    measured.get(i).get(j).add(measure(exchanges.get(i), contestants.get(j)));
                }
                System.out.printf(
                        "# %s, round %d of %d done%n", exchanges.get(i).what(), round, settings.rounds());
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            List<Comparison.OfServer> servers = new ArrayList<>();
            for (int j = 0; j < contestants.size(); j++) {
                servers.add(summary(contestants.get(j), measured.get(i).get(j)));
            }
            comparisons.add(new Comparison(exchanges.get(i).what(), servers));
        }
        return comparisons;
    }

    private Measured measure(Exchange exchange, Contestant contestant) {
        try {
            int port = ServerProcess.freePort();
            try (ServerProcess server = ServerProcess.start(
                            contestant.title(),
                            contestant.command().on(port),
                            port,
                            new byte[0],
                            Exchange.small().request(),
                            folder.resolve("exchange.log"));
                    HttpConnection connection = new HttpConnection(port)) {
                run(connection, exchange, Math.max(1, settings.warmup() - server.ageSeconds()));
                double before = server.cpuSeconds();
                List<long[]> times = run(connection, exchange, settings.seconds());
                double cpu = server.cpuSeconds() - before;
                return new Measured(
                        "",
                        median(times, each -> each[1]),
                        cpu * 1e3 / times.size(),
                        median(times, each -> each[0]),
                        server.peakMegabytes());
            }
        } catch (IOException | IllegalStateException e) {
            return new Measured(String.valueOf(e.getMessage()), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /** Nanoseconds to the first byte and to the end, for as many exchanges as there is time for. */
    private static List<long[]> run(HttpConnection connection, Exchange exchange, double seconds) throws IOException {
        List<long[]> times = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (times.size() < LEAST || System.nanoTime() < end) {
            long start = System.nanoTime();
            int status = connection.exchange(exchange.request());
            if (status != 200) {
                throw new IllegalStateException("answers with " + status);
            }
            times.add(new long[] {connection.firstByte() - start, System.nanoTime() - start});
        }
        return times;
    }

    private static double median(List<long[]> times, Function<long[], Long> which) {
        return Summary.of(times.stream()
                        .mapToDouble(each -> which.apply(each) / 1e6)
                        .toArray())
                .median();
    }

    private static Comparison.OfServer summary(Contestant contestant, List<Measured> rounds) {
        String fault = rounds.stream()
                .map(Measured::fault)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Comparison.OfServer(
                contestant.title(),
                fault,
                summary(rounds.stream().mapToDouble(Measured::millis).toArray()),
                summary(rounds.stream().mapToDouble(Measured::cpuMillis).toArray()),
                summary(rounds.stream().mapToDouble(Measured::firstByteMillis).toArray()),
                summary(rounds.stream().mapToDouble(Measured::peak).toArray()));
    }

    private static Summary summary(double[] rounds) {
        return Summary.of(Arrays.stream(rounds).filter(Double::isFinite).toArray());
    }
}
