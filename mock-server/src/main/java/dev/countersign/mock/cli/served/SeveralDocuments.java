package dev.countersign.mock.cli.served;

import dev.countersign.mock.Mock;
import dev.countersign.mock.cli.document.DocumentSource;
import dev.countersign.mock.cli.log.LogLine;
import dev.countersign.mock.cli.log.RequestLog;
import dev.countersign.mock.control.ConsoleRoutes;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.mount.Mount;
import dev.countersign.mock.mount.Mounts;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.server.Responder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers each request by the document that it is for. Thread-safe; to be used once all of them have been read. */
public final class SeveralDocuments implements Responder {
    private final List<ServedDocument> documents;
    private final Map<DocumentSource, Set<String>> prefixes;
    private final Optional<String> console;
    private final Optional<Forwards> forwards;
    private final Optional<RequestLog> log;
    private volatile @Nullable Current current;

    /** The documents as they are now. */
    private record Current(List<Mock> mocks, Mounts mounts) {}

    /**
     * Documents that are being read.
     *
     * @param prefixes the paths of each document that has any of its own
     * @param console where the consoles are; empty when there are none
     */
    public SeveralDocuments(
            List<ServedDocument> documents,
            Map<DocumentSource, Set<String>> prefixes,
            Optional<String> console,
            Optional<Forwards> forwards,
            Optional<RequestLog> log) {
        this.forwards = forwards;
        this.documents = List.copyOf(documents);
        this.prefixes = Map.copyOf(prefixes);
        this.console = console;
        this.log = log;
    }

    @Override
    public void respond(MockRequest request, Reply reply) {
        long begun = System.nanoTime();
        Mounts mounts = mounts();
        Optional<Mounts.Mounted> found = mounts.find(request);
        ServedDocument document =
                found.map(mounted -> served(mounted.mount().name())).orElse(documents.get(0));
        MockRequest seen = found.map(Mounts.Mounted::request).orElse(request);
        if (forwards.isPresent() && forwards.get().respond(document, request, seen, reply)) {
            return;
        }
        boolean page = FrontPage.isMeantBy(request)
                && found.filter(SeveralDocuments::hasOperation).isEmpty();
        if (found.isPresent() && !page) {
            document.mock().join().respond(seen, reply);
            return;
        }
        MockResponse answer = page ? frontPage() : mounts.notFound();
        reply.send(answer);
        log.ifPresent(each -> each.add(new LogLine(
                Instant.now(),
                request.method(),
                request.path(),
                answer.status(),
                "",
                System.nanoTime() - begun,
                page ? "" : "no document has such a path")));
    }

    private static boolean hasOperation(Mounts.Mounted mounted) {
        return !(mounted.mount().mock().route(mounted.request()) instanceof RouteResult.NotFound);
    }

    /** What a browser sees of all of them. */
    private MockResponse frontPage() {
        return FrontPage.of(mounts().mounts().stream()
                .map(mount -> new FrontPage.Shown(
                        mount.mock().contract(),
                        mount.prefixes().iterator().next(),
                        console.map(path -> path + "/" + mount.name())))
                .toList());
    }

    /** The console of each, below its name. */
    public SeveralConsoles consoles(String path) {
        List<ReplaceableDocument> all = documents.stream()
                .map(document ->
                        new ReplaceableDocument(document, document.source().below(path) + "/"))
                .toList();
        List<ConsoleRoutes> consoles = documents.stream()
                .map(document -> document.console(document.source().below(path), all))
                .toList();
        return new SeveralConsoles(path, consoles, this::frontPage);
    }

    private ServedDocument served(String name) {
        for (ServedDocument document : documents) {
            if (document.source().name().equals(name)) {
                return document;
            }
        }
        throw new IllegalStateException(name);
    }

    private List<Mock> mocks() {
        List<Mock> mocks = new ArrayList<>(documents.size());
        for (ServedDocument document : documents) {
            mocks.add(document.mock().join().current());
        }
        return mocks;
    }

    /** Where the documents are mounted, brought up to date after one has changed. */
    public Mounts mounts() {
        List<Mock> mocks = mocks();
        Current known = current;
        if (known == null || !known.mocks.equals(mocks)) {
            known = new Current(mocks, new Mounts(mounts(mocks)));
            current = known;
        }
        return known.mounts;
    }

    private List<Mount> mounts(List<Mock> mocks) {
        List<Mount> mounts = new ArrayList<>();
        for (int i = 0; i < mocks.size(); i++) {
            DocumentSource source = documents.get(i).source();
            mounts.add(Mount.of(source.name(), prefixes.getOrDefault(source, Set.of()), mocks.get(i)));
        }
        return mounts;
    }
}
