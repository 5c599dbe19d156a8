package dev.countersign.client.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every client in a process of its own, round after round, so that the machine's moods fall on all alike, against a
 * server that lives in this process and is none of theirs.
 */
final class CompareClients {
    private CompareClients() {}

    /** Takes {@code bench.rounds} and {@code bench.seconds} (per client and round) from the system properties. */
    public static void main(String[] args) throws IOException, RunnerException {
        int rounds = Integer.getInteger("bench.rounds", 5);
        int seconds = Integer.getInteger("bench.seconds", 8);
        Map<Contender, List<Figures>> measured = new EnumMap<>(Contender.class);
        try (ConstantServer server = ConstantServer.start()) {
            for (int round = 1; round <= rounds; round++) {
                for (Contender contender : Contender.values()) {
                    measured.computeIfAbsent(contender, each -> new ArrayList<>())
                            .add(Figures.of(run(contender, server.port(), seconds)));
                }
                System.out.printf("# round %d of %d done%n", round, rounds);
            }
        }
        System.out.println(Report.of(measured));
    }

    private static RunResult run(Contender contender, int port, int seconds) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(CallBenchmark.class.getName())
                        .param("contender", contender.name())
                        .jvmArgsAppend("-Dbench.port=" + port, "-Xms256m", "-Xmx256m")
                        .forks(1)
                        .warmupIterations(seconds)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .runSingle();
    }
}
