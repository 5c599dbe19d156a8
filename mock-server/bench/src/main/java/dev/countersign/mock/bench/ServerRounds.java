package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Every server in turn on every document, round after round, so that the machine's moods fall on all alike. */
final class ServerRounds {
    private static final int WATCHED_RATE = 1_000;

    private final Settings settings;
    private final Installation installation;
    private final Path folder;

    ServerRounds(Settings settings, Installation installation, Path folder) {
        this.settings = settings;
        this.installation = installation;
        this.folder = folder;
    }

    /**
     * Measures the peers that are there; those that read no document only with the first one. One that fails is left out
     * from then on, with all that it showed on that document.
     *
     * @param leftOut is told why a peer failed
     */
    List<Run> measure(List<Peer> peers, Consumer<String> leftOut) throws IOException, InterruptedException {
        List<BenchmarkDocument> documents = new ArrayList<>();
        List<Map<Peer, List<Figures>>> measured = new ArrayList<>();
        for (String size : settings.operations()) {
            BenchmarkDocument document = size.equals("large")
                    ? LargeDocument.write(folder)
                    : BenchmarkDocument.write(folder, Integer.parseInt(size));
            Map<Peer, List<Figures>> rounds = new EnumMap<>(Peer.class);
            for (Peer peer : peers) {
                if (documents.isEmpty() || peer.reads()) {
                    rounds.put(peer, new ArrayList<>());
                }
            }
            documents.add(document);
            measured.add(rounds);
        }
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int i = 0; i < documents.size(); i++) {
                for (Peer peer : List.copyOf(measured.get(i).keySet())) {
                    try {
                        Figures figures = measure(peer, documents.get(i), i == 0, round == 1);
                        measured.get(i)
                                .computeIfAbsent(peer, each -> new ArrayList<>())
                                .add(figures);
                    } catch (IOException | ExecutionException e) {
                        measured.get(i).remove(peer);
                        leftOut.accept("%s is left out with %d operations: %s"
                                .formatted(peer.title(), documents.get(i).operations(), e.getMessage()));
                    }
                }
                System.out.printf(
                        "# %s operations, round %d of %d done%n",
                        settings.operations().get(i), round, settings.rounds());
            }
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            BenchmarkDocument document = documents.get(i);
            runs.add(Run.of(document.operations(), Files.size(document.file()), measured.get(i)));
        }
        return runs;
    }

    private Figures measure(Peer peer, BenchmarkDocument document, boolean atRates, boolean watched)
            throws IOException, InterruptedException, ExecutionException {
        int port = ServerProcess.freePort();
        byte[] preparation = peer == Peer.MOCKSERVER ? Stubs.mockServer(document) : new byte[0];
        try (ServerProcess server = ServerProcess.start(
                peer.title(),
                installation.command(peer, document, port, folder),
                port,
                preparation,
                document.request(true),
                folder.resolve(peer.name() + ".log"))) {
            if (peer != Peer.WATCHED) {
                return measure(server, peer, document, atRates, watched);
            }
            try (OpenConsole console = new OpenConsole(server.port())) {
                Figures figures = measure(server, peer, document, atRates, watched);
                System.out.printf("# the console heard of %d requests%n", console.heard());
                return figures;
            }
        }
    }

    private Figures measure(
            ServerProcess server, Peer peer, BenchmarkDocument document, boolean atRates, boolean watched)
            throws IOException, InterruptedException, ExecutionException {
        try (ResidentSize resident = new ResidentSize(server)) {
            double seconds = settings.seconds();
            Load valid = new Load(server.port(), document.request(true), 2, Load.CONNECTIONS);
            Load invalid = new Load(server.port(), document.request(false), peer.refusal(), Load.CONNECTIONS);
            Load single = new Load(server.port(), document.request(true), 2, 1);
            valid.full(Math.max(1, settings.warmup() - server.ageSeconds()));
            double before = server.cpuSeconds();
            Load.Result accepted = valid.at(settings.rate(), seconds);
            double between = server.cpuSeconds();
            invalid.full(1);
            double beforeInvalid = server.cpuSeconds();
            Load.Result rejected = invalid.at(settings.rate(), seconds);
            double after = server.cpuSeconds();
            Load.Result alone = single.full(seconds / 2);
            List<Figures.AtRate> rates = new ArrayList<>();
            for (int rate : atRates ? settings.rates() : List.<Integer>of()) {
                double unloaded = server.cpuSeconds();
                Load.Result paced = valid.at(rate, seconds);
                rates.add(new Figures.AtRate(
                        rate,
                        paced.perSecond(),
                        (server.cpuSeconds() - unloaded) * 1e6 / paced.requests(),
                        paced.micros()));
            }
            if (watched && settings.minutes() > 0) {
                valid.at(WATCHED_RATE, settings.minutes() * 60);
            }
            return new Figures(
                    server.firstAnswerSeconds(),
                    server.startCpuSeconds(),
                    accepted.perSecond(),
                    rejected.perSecond(),
                    accepted.micros(),
                    alone.micros(),
                    (between - before) * 1e6 / accepted.requests(),
                    (after - beforeInvalid) * 1e6 / rejected.requests(),
                    server.peakMegabytes(),
                    rates,
                    resident.megabytes());
        }
    }
}
