package dev.countersign.mock.cli.served;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.document.DocumentSource;
import dev.countersign.mock.cli.log.RequestLog;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.proxy.ForwardRule;
import dev.countersign.mock.proxy.ValidatingProxy;
import dev.countersign.mock.server.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --forward}: requests of a mock that real servers answer, held against its document. Thread-safe. */
public final class Forwards implements AutoCloseable {
    private static final String NAME = "--forward";

    private final List<ForwardRule> rules;
    private final ProxyNotes notes;
    private final Optional<Journal> journal;
    private final Map<Way, WatchedProxy> proxies = new HashMap<>();

    /** From a document's requests to a real server. */
    private record Way(DocumentSource document, URI target) {}

    private Forwards(List<ForwardRule> rules, ProxyNotes notes, Optional<Journal> journal) {
        this.rules = List.copyOf(rules);
        this.notes = notes;
        this.journal = journal;
    }

    /** The flag {@code --forward}. */
    public static OptionSpec option() {
        return Flags.list(
                "RULE",
                "Let a real server answer some requests: 'GET /things/*=http://localhost:8080'. Without a method it is any;"
                        + " * stands for a segment, at the end for all that follows. Can be repeated.",
                NAME);
    }

    /** What the flag says; empty when it is not given. */
    public static Optional<Forwards> of(
            ParseResult arguments,
            List<ServedDocument> documents,
            Optional<RequestLog> log,
            Optional<Journal> journal) {
        List<ForwardRule> rules = new ArrayList<>();
        for (String written : Flags.get(arguments, NAME, List.<String>of())) {
            rules.add(ForwardRule.parse(written)
                    .orElseThrow(() -> Flags.refused(
                            arguments,
                            NAME + ": '" + UpstreamFlags.withoutUser(written)
                                    + "' is not like 'GET /things/*=http://localhost:8080'")));
        }
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Forwards forwards = new Forwards(rules, new ProxyNotes(Optional.empty(), log), journal);
        try {
            rules.forEach(rule -> documents.forEach(document -> forwards.open(document, rule.target(), arguments)));
        } catch (IllegalArgumentException e) {
            forwards.close();
            throw Flags.refused(arguments, "--upstream-ca: " + e.getMessage());
        }
        return Optional.of(forwards);
    }

    private void open(ServedDocument document, URI target, ParseResult arguments) {
        proxies.computeIfAbsent(
                new Way(document.source(), target),
                way -> new WatchedProxy(
                        document,
                        new ValidatingProxy(
                                () -> document.mock().join().current().compiled(),
                                UpstreamFlags.settings(arguments, target),
                                notes),
                        UpstreamFlags.withoutUser(target.toString()),
                        notes,
                        journal));
    }

    /**
     * Lets a real server answer.
     *
     * @param requested the request as it came
     * @param seen the same as the document knows it
     * @return whether one does
     */
    public boolean respond(ServedDocument document, MockRequest requested, MockRequest seen, Reply reply) {
        for (ForwardRule rule : rules) {
            if (rule.fits(requested.method(), requested.path())) {
                WatchedProxy proxy = proxies.get(new Way(document.source(), rule.target()));
                if (proxy != null) {
                    proxy.respond(seen, reply);
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        proxies.values().forEach(WatchedProxy::close);
    }
}
