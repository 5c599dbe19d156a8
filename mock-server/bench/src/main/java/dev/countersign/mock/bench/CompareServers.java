package dev.countersign.mock.bench;

import dev.countersign.mock.bench.ExchangeRounds.Contestant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures what the system properties name ({@link Settings}), and writes results, tables and chart side by side. */
final class CompareServers {
    private CompareServers() {}

    /** No arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Settings settings = Settings.given();
        Installation installation = new Installation(Settings.folder());
        Path folder = Files.createDirectories(Settings.folder().resolve("target/bench"))
                .toAbsolutePath();
        List<Peer> peers = new ArrayList<>();
        List<Results.Version> versions = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Peer peer : settings.peers()) {
            Optional<String> missing = installation.missing(peer);
            if (missing.isPresent()) {
                leftOut.add(missing.get());
                System.out.println("# " + missing.get());
            } else {
                peers.add(peer);
                versions.add(new Results.Version(peer, peer.title(), installation.version(peer), peer.given()));
            }
        }
        List<Run> runs = settings.scenarios().contains("servers")
                ? new ServerRounds(settings, installation, folder).measure(peers, why -> {
                    leftOut.add(why);
                    System.out.println("# " + why);
                })
                : List.of();
        Results results = new Results(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Installation.said("git", "-C", folder.toString(), "describe", "--always", "--dirty", "--tags"),
                Machine.here(),
                settings,
                versions,
                leftOut,
                runs,
                settings.scenarios().contains("bodies") ? bodies(settings, installation, peers, folder) : List.of(),
                settings.scenarios().contains("proxies") ? proxies(settings, installation, peers, folder) : List.of(),
                Bar.of(runs));
        Path json = Settings.json().toAbsolutePath().normalize();
        results.write(json);
        String report = Report.of(results);
        Files.writeString(beside(json, ".md"), report);
        if (!runs.isEmpty()) {
            Files.writeString(beside(json, ".svg"), Chart.of(results));
        }
        System.out.println(report);
        System.out.println("# written: " + json);
    }

    private static List<Comparison> bodies(Settings settings, Installation installation, List<Peer> peers, Path folder)
            throws IOException {
        String document = ExchangeDocument.write(folder).toString();
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Contestant(
                Peer.OURS.title(),
                port -> installation.ours("serve", document, "--port", String.valueOf(port), "-v", "silent")));
        if (peers.contains(Peer.PRISM)) {
            contestants.add(new Contestant(Peer.PRISM.title(), port -> installation.prism("mock", port, document)));
        }
        contestants.add(new Contestant(
                "bare Jetty and Jackson", port -> installation.javaClass(BareTarget.class, String.valueOf(port))));
        return new ExchangeRounds(settings, folder)
                .measure(
                        List.of(Exchange.json(), Exchange.upload(), Exchange.generated(), Exchange.items()),
                        contestants);
    }

    private static List<Comparison> proxies(Settings settings, Installation installation, List<Peer> peers, Path folder)
            throws IOException {
        String document = ExchangeDocument.write(folder).toString();
        int target = ServerProcess.freePort();
        String url = "http://127.0.0.1:" + target;
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Contestant(
                Peer.OURS.title(),
                port -> installation.ours("proxy", document, url, "--port", String.valueOf(port), "-v", "silent")));
        if (peers.contains(Peer.PRISM)) {
            contestants.add(
                    new Contestant(Peer.PRISM.title(), port -> installation.prism("proxy", port, document, url)));
        }
        if (peers.contains(Peer.NGINX)) {
            contestants.add(new Contestant(
                    Peer.NGINX.title(),
                    port -> installation.nginx(Stubs.nginxProxy(port, target, folder.resolve("nginx-proxy")))));
        }
        contestants.add(
                new Contestant("no proxy", port -> installation.javaClass(BareTarget.class, String.valueOf(port))));
        try (ServerProcess behind = ServerProcess.start(
                "what the proxies pass on to",
                installation.javaClass(BareTarget.class, String.valueOf(target)),
                target,
                new byte[0],
                Exchange.small().request(),
                folder.resolve("target.log"))) {
            System.out.println("# the proxies pass on to port " + behind.port());
            return new ExchangeRounds(settings, folder)
                    .measure(
                            List.of(Exchange.small(), Exchange.json(), Exchange.upload(), Exchange.stream()),
                            contestants);
        }
    }

    private static Path beside(Path json, String extension) {
        return json.resolveSibling(json.getFileName().toString().replaceFirst("\\.json$", "") + extension);
    }
}
