package dev.countersign.mock.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a run was told by system properties.
 *
 * @param scenarios what is measured: servers, bodies, proxies
 * @param peers the servers that are wanted
 * @param operations sizes of the documents; {@code large} for one like the largest public ones
 * @param rounds how often everything is measured
 * @param seconds how long each load lasts
 * @param warmup seconds after its start at which a server is first measured
 * @param rate requests in a second in the loads; 0 for as many as are answered
 * @param rates fixed rates at which latency is measured
 * @param minutes how long the resident size is watched in the first round
 * @param note what a reader of the results has to know
 */
record Settings(
        List<String> scenarios,
        List<Peer> peers,
        List<String> operations,
        int rounds,
        double seconds,
        double warmup,
        int rate,
        List<Integer> rates,
        double minutes,
        String note) {

    static Settings given() {
        return new Settings(
                list("bench.scenarios", "servers,bodies,proxies"),
                list("bench.peers", "OURS,PRISM,BACKEND,MOCKSERVER,WIREMOCK,MOCKOON,BARE,JETTY,NGINX").stream()
                        .map(Peer::valueOf)
                        .toList(),
                list("bench.operations", "4,100,1000"),
                Integer.getInteger("bench.rounds", 5),
                number("bench.seconds", "4"),
                number("bench.warmup", "10"),
                Integer.getInteger("bench.rate", 0),
                list("bench.rates", "100,1000").stream().map(Integer::valueOf).toList(),
                number("bench.minutes", "0"),
                System.getProperty("bench.note", ""));
    }

    /** The benchmark's own folder. */
    static Path folder() {
        return Path.of(System.getProperty("bench.folder", "."));
    }

    /** Where the results go. */
    static Path json() {
        return Path.of(System.getProperty("bench.root", "."))
                .resolve(System.getProperty("bench.json", "mock-server/bench/target/bench/results.json"));
    }

    private static List<String> list(String name, String otherwise) {
        return Arrays.stream(System.getProperty(name, otherwise).split(",", -1))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static double number(String name, String otherwise) {
        return Double.parseDouble(System.getProperty(name, otherwise));
    }
}
