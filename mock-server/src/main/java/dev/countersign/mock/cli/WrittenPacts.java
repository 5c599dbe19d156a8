package dev.countersign.mock.cli;

import dev.countersign.mock.Mock;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.served.ExchangeListener;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.pact.ConsumerPact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.ParseResult;

/** {@code --pact} and {@code --consumer}: what is really called, written down when the server ends. Thread-safe. */
final class WrittenPacts implements ExchangeListener {
    private final Path folder;
    private final String consumer;
    private final Terminal terminal;
    private final Map<String, ConsumerPact> pacts = new ConcurrentHashMap<>();
    private final Map<ConsumerPact, Integer> written = new ConcurrentHashMap<>();

    private WrittenPacts(Path folder, String consumer, Terminal terminal) {
        this.folder = folder;
        this.consumer = consumer;
        this.terminal = terminal;
    }

    static Optional<WrittenPacts> of(ParseResult arguments, Terminal terminal) {
        String folder = Flags.get(arguments, "--pact", "");
        String consumer = Flags.get(arguments, "--consumer", "").strip();
        if (folder.isEmpty() && consumer.isEmpty()) {
            return Optional.empty();
        }
        if (folder.isEmpty()) {
            throw Flags.refused(arguments, "--consumer is for a pact; name its folder with --pact DIR");
        }
        if (consumer.isEmpty()) {
            throw Flags.refused(
                    arguments, "--pact needs to know who calls; name it with --consumer NAME, like --consumer my-web");
        }
        return Optional.of(new WrittenPacts(writable(folder, arguments), consumer, terminal));
    }

    private static Path writable(String name, ParseResult arguments) {
        try {
            Path folder = Files.createDirectories(Path.of(name));
            if (Files.isWritable(folder)) {
                return folder;
            }
        } catch (IOException | InvalidPathException e) {
            // Said below.
        }
        throw Flags.refused(arguments, "--pact must name a folder that can be written to: " + name);
    }

    @Override
    public void onExchange(Mock mock, Explanation exchange) {
        String title = mock.contract().title();
        pacts.computeIfAbsent(title, key -> new ConsumerPact(consumer, key)).add(mock, exchange);
    }

    /** Writes what has been called so far. */
    synchronized void write() {
        pacts.values().forEach(this::write);
    }

    /** Writes what has been called since, and says what is not in it. */
    void end() {
        write();
        int unfit = pacts.values().stream().mapToInt(ConsumerPact::unfit).sum();
        if (unfit > 0) {
            terminal.complain("note: " + unfit + " request(s) that do not fit the contract are not in the pact");
        }
        if (written.isEmpty()) {
            terminal.complain("note: no pact is written, as nothing was called that a provider could agree to");
        }
    }

    private void write(ConsumerPact pact) {
        int size = pact.size();
        if (size == written.getOrDefault(pact, 0)) {
            return;
        }
        try {
            pact.write(folder);
            written.put(pact, size);
            terminal.say("Pact of " + size + " interaction(s) written: " + pact.in(folder));
        } catch (IOException e) {
            terminal.complain("error: the pact cannot be written to " + pact.in(folder));
        }
    }
}
