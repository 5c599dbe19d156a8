package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Starts every server in turn, round after round, so that the machine's moods fall on all alike, and prints the median
 * of each figure and the median of its ratio to ours, round by round.
 */
final class CompareServers {
    private static final double WARM_UP_SECONDS = 3;

    private CompareServers() {}

    /** Argument: the folder of the benchmark. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        System.setProperty("bench.folder", args[0]);
        int rounds = Integer.getInteger("bench.rounds", 5);
        double seconds = Integer.getInteger("bench.seconds", 4);
        List<Peer> peers = Arrays.stream(System.getProperty("bench.peers", "OURS,PRISM,BACKEND,BARE")
                        .split(",", -1))
                .map(Peer::valueOf)
                .toList();
        Path folder = Files.createDirectories(Path.of(args[0], "target", "bench"));
        for (String operations :
                System.getProperty("bench.operations", "4,100,1000").split(",", -1)) {
            BenchmarkDocument document = operations.equals("large")
                    ? LargeDocument.write(folder)
                    : BenchmarkDocument.write(folder, Integer.parseInt(operations));
            Map<Peer, List<Figures>> measured = new EnumMap<>(Peer.class);
            for (int round = 1; round <= rounds; round++) {
                for (Peer peer : peers) {
                    measured.computeIfAbsent(peer, each -> new ArrayList<>())
                            .add(measure(peer, document, seconds, folder));
                }
                System.out.printf("# %s operations, round %d of %d done%n", operations, round, rounds);
            }
            System.out.println(Report.of(document.operations(), measured));
        }
    }

    private static Figures measure(Peer peer, BenchmarkDocument document, double seconds, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        try (ServerProcess server = ServerProcess.start(peer, document, folder.resolve(peer.name() + ".log"))) {
            if (peer != Peer.WATCHED) {
                return measure(server, peer, document, seconds);
            }
            try (OpenConsole console = new OpenConsole(server.port())) {
                Figures figures = measure(server, peer, document, seconds);
                System.out.printf("# the console heard of %d requests%n", console.heard());
                return figures;
            }
        }
    }

    private static Figures measure(ServerProcess server, Peer peer, BenchmarkDocument document, double seconds)
            throws IOException, InterruptedException, ExecutionException {
        int rate = Integer.getInteger("bench.rate", 0);
        byte[] valid = document.request(true);
        byte[] invalid = document.request(false);
        int refused = peer == Peer.BARE ? 2 : 4;
        Load.run(server.port(), valid, 2, WARM_UP_SECONDS, 0);
        double before = server.cpuSeconds();
        Load.Result accepted = Load.run(server.port(), valid, 2, seconds, rate);
        double between = server.cpuSeconds();
        Load.run(server.port(), invalid, refused, 1, 0);
        double beforeInvalid = server.cpuSeconds();
        Load.Result rejected = Load.run(server.port(), invalid, refused, seconds, rate);
        double after = server.cpuSeconds();
        return new Figures(
                server.firstAnswerSeconds(),
                accepted.perSecond(),
                rejected.perSecond(),
                accepted.p50Micros(),
                accepted.p99Micros(),
                (between - before) * 1e6 / accepted.requests(),
                (after - beforeInvalid) * 1e6 / rejected.requests(),
                server.peakMegabytes());
    }
}
