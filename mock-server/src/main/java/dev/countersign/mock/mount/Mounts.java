package dev.countersign.mock.mount;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.render.ProblemType;
import dev.countersign.mock.route.RouteResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document that a request is for: the one with the longest prefix that has such an operation. Immutable and
 * thread-safe.
 */
public final class Mounts {
    private final List<Mount> mounts;
    private final List<Entry> entries;

    private record Entry(String prefix, Mount mount) {
        boolean fits(String path) {
            return path.startsWith(prefix)
                    && (path.length() == prefix.length() || prefix.isEmpty() || path.charAt(prefix.length()) == '/');
        }
    }

    /**
     * A request that has found its document.
     *
     * @param mount the document
     * @param request as the document knows it
     */
    public record Mounted(Mount mount, MockRequest request) {}

    /** Documents of one server, of which the first comes first where nothing else decides. */
    public Mounts(List<Mount> mounts) {
        this.mounts = List.copyOf(mounts);
        List<Entry> all = new ArrayList<>();
        for (Mount mount : mounts) {
            mount.prefixes().forEach(prefix -> all.add(new Entry(prefix, mount)));
        }
        all.sort(Comparator.comparingInt(entry -> -entry.prefix.length()));
        entries = List.copyOf(all);
    }

    /** All of them, in their order. */
    public List<Mount> mounts() {
        return mounts;
    }

    /** Empty when it is for none of them, or when none of several at the same path has an operation for it. */
    public Optional<Mounted> find(MockRequest request) {
        List<Entry> fitting =
                entries.stream().filter(entry -> entry.fits(request.path())).toList();
        if (fitting.size() == 1) {
            return Optional.of(mounted(fitting.get(0), request));
        }
        @Nullable Mounted ofAnotherMethod = null;
        for (Entry entry : fitting) {
            Mounted mounted = mounted(entry, request);
            RouteResult route = entry.mount.mock().route(mounted.request);
            if (route instanceof RouteResult.Matched) {
                return Optional.of(mounted);
            }
            if (ofAnotherMethod == null && route instanceof RouteResult.MethodNotAllowed) {
                ofAnotherMethod = mounted;
            }
        }
        return Optional.ofNullable(ofAnotherMethod);
    }

    private static Mounted mounted(Entry entry, MockRequest request) {
        return new Mounted(entry.mount, entry.mount.seen(request, entry.prefix));
    }

    /** The answer to a request that has found none. */
    public MockResponse notFound() {
        List<String> served = mounts.stream()
                .flatMap(mount -> mount.prefixes().stream()
                        .map(prefix -> prefix + "/ (" + mount.name() + ", "
                                + mount.mock().contract().title() + ")"))
                .toList();
        return ProblemBody.of(
                        ProblemType.NO_SUCH_PATH,
                        404,
                        "None of the " + mounts.size() + " documents has a path that fits this request.")
                .list("documents", served)
                .response();
    }

    /** Each operation that is never reached, as another document has it at the same path, in a sentence. */
    public List<String> collisions() {
        return Collisions.of(mounts);
    }
}
