package dev.countersign.mock.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every fault that a document's schemas allow for, one in each request, sent as fast as two clients can, while others send
 * what is no HTTP at all: all of it is refused, named, and in no other client's way. A build sends some thousands; {@code mvn
 * -Phostile verify} sends a million, over every document, and holds the server to bounds in time and memory, too.
 */
class HostileIT {
    private static final long REQUESTS = Long.getLong("hostile.requests", 6_000);
    private static final int DOCUMENTS = Integer.getInteger("hostile.documents", 2);
    private static final boolean BOUNDED = Boolean.getBoolean("hostile.bounds");
    private static final int DISTINCT = 20_000;
    private static final int CLIENTS = 2;
    private static final double NAMED = 0.99;
    private static final double LONGEST_SECONDS = 1;
    private static final long MOST_MEGABYTES = 150;

    private record Row(
            String document, Tally tally, List<String> wrong, Bystander bystander, double seconds, long megabytes) {}

    private static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("src/test/resources/hostile", "src/test/resources/contracts")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        }
        return all.subList(0, Math.min(DOCUMENTS, all.size()));
    }

    @Test
    void everyFaultIsRefusedAndNamedAndInNobodysWay() throws Exception {
        List<Path> documents = documents();
        List<Row> rows = new ArrayList<>();
        for (Path document : documents) {
            rows.add(attack(document, REQUESTS / documents.size()));
        }
        print(rows);
        assertThat(rows).hasSameSizeAs(documents);
        for (Row row : rows) {
            assertThat(row.wrong).as(row.document).isEmpty();
            assertThat(row.tally.sent()).as(row.document).isGreaterThanOrEqualTo(REQUESTS / documents.size());
            assertThat(row.tally.failed()).as(row.document).isZero();
            assertThat(row.tally.refusedShare())
                    .as("%s %s", row.document, row.tally.oddities())
                    .isEqualTo(1);
            assertThat(row.tally.namedShare())
                    .as("%s %s", row.document, row.tally.oddities())
                    .isGreaterThanOrEqualTo(NAMED);
            assertThat(row.bystander.failure()).as(row.document).isEmpty();
            assertThat(row.bystander.answers()).as(row.document).isPositive();
            if (BOUNDED) {
                assertThat(row.bystander.longestSeconds()).as(row.document).isLessThan(LONGEST_SECONDS);
                assertThat(row.megabytes).as(row.document).isLessThanOrEqualTo(MOST_MEGABYTES);
            }
        }
    }

    private static Row attack(Path document, long count) throws Exception {
        Contract contract = ContractLoader.load(document).contract();
        List<FaultyRequest> requests = FaultyRequests.of(contract, DISTINCT);
        assertThat(requests).as(document.toString()).hasSizeGreaterThan(50);
        Tally tally = new Tally();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 2);
        try (HostileServer server = HostileServer.start(Path.of(System.getProperty("mock.launcher")), document)) {
            Bystander bystander = new Bystander(server.port(), "/nothing-here");
            Future<?> standing = threads.submit(bystander);
            RawAttacks raw = new RawAttacks(server.port(), posted(contract));
            long start = System.nanoTime();
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int from = client * requests.size() / CLIENTS;
                clients.add(threads.submit((Callable<Object>) () -> {
                    new Sender(server.port(), tally).send(requests, from, (count + CLIENTS - 1) / CLIENTS);
                    return tally;
                }));
            }
            Future<List<String>> attacks = threads.submit(raw::run);
            for (Future<?> client : clients) {
                client.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            List<String> wrong = new ArrayList<>(attacks.get());
            bystander.stop();
            standing.get();
            if (!server.isAlive()) {
                wrong.add("the server has ended");
            }
            String name = document.getFileName().toString();
            return new Row(name, tally, wrong, bystander, seconds, server.peakMegabytes());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Any path that takes a body, as it would be asked for. */
    private static String posted(Contract contract) {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .map(Operation::path)
                .map(path -> path.replaceAll("\\{[^}]*}", "1"))
                .findFirst()
                .orElse("/");
    }

    @SuppressWarnings("SystemOut") // the table is what the run is for
    private static void print(List<Row> rows) {
        StringBuilder table = new StringBuilder(
                "document             requests  refused    named    5xx  longest wait  requests/s  peak memory\n");
        Tally all = new Tally();
        double longest = 0;
        double seconds = 0;
        long megabytes = 0;
        for (Row row : rows) {
            table.append(line(row.document, row.tally, row.bystander.longestSeconds(), row.seconds, row.megabytes));
            row.tally.oddities().forEach(odd -> table.append("    ").append(odd).append('\n'));
            row.wrong.forEach(wrong -> table.append("    ").append(wrong).append('\n'));
            all.merge(row.tally);
            longest = Math.max(longest, row.bystander.longestSeconds());
            seconds += row.seconds;
            megabytes = Math.max(megabytes, row.megabytes);
        }
        System.out.println(table.append(line("all", all, longest, seconds, megabytes)));
    }

    private static String line(String name, Tally tally, double longest, double seconds, long megabytes) {
        return String.format(
                Locale.ROOT,
                "%-20s %8d %7.2f%% %7.2f%% %6d %11.3f s %11.0f %9d MB%n",
                name,
                tally.sent(),
                100 * tally.refusedShare(),
                100 * tally.namedShare(),
                tally.failed(),
                longest,
                tally.sent() / seconds,
                megabytes);
    }
}
