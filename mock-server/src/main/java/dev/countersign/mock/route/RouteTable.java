package dev.countersign.mock.route;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Leads a method and path to an operation, in a time that grows with the path and not with the contract. Every operation
 * answers below each of its servers' base paths, and without one, as frontends that were written against Prism expect.
 * Immutable and thread-safe.
 */
public final class RouteTable {
    private static final int MOST_CONDITIONS = 1000;

    private final RouteNode root = new RouteNode();
    private final NearMisses nearMisses;

    private RouteTable(Contract contract) {
        IdentityHashMap<List<Server>, Set<String>> bases = new IdentityHashMap<>();
        for (Operation operation : contract.operations()) {
            for (String base : bases.computeIfAbsent(operation.servers(), BasePaths::of)) {
                add(operation, base);
            }
        }
        for (Operation operation : contract.operations()) {
            add(operation, "");
        }
        nearMisses = NearMisses.of(contract);
    }

    /** Builds the table of a contract's operations. */
    public static RouteTable of(Contract contract) {
        return new RouteTable(contract);
    }

    /** The paths of an operation's servers, without a slash at the end; those that are empty are left out. */
    public static Set<String> basePaths(Operation operation) {
        return BasePaths.of(operation.servers());
    }

    private void add(Operation operation, String base) {
        PathTemplate template =
                PathTemplate.parse(base + PathFragment.of(operation.path()).path());
        RouteNode node = root;
        for (Segment segment : template.segments()) {
            node = node.child(segment);
        }
        node.add(operation, template);
    }

    /** Finds the operation that a request means; those that only its content can tell from it come along. */
    public RouteResult route(MockRequest request) {
        RouteResult result = route(request.method(), request.path());
        return result instanceof RouteResult.Matched matched
                        && !matched.others().isEmpty()
                ? inOrder(matched, request)
                : result;
    }

    /** First the one that takes the body and whose fragment demands most and gets it; else in the document's order. */
    private static RouteResult.Matched inOrder(RouteResult.Matched first, MockRequest request) {
        List<RouteResult.Matched> all = new ArrayList<>(first.others());
        all.add(0, first);
        all.sort(Comparator.comparingInt((RouteResult.Matched matched) -> -fit(matched.operation(), request)));
        RouteResult.Matched best = all.get(0);
        return new RouteResult.Matched(best.operation(), best.pathValues(), all.subList(1, all.size()));
    }

    private static int fit(Operation operation, MockRequest request) {
        return PathFragment.of(operation.path()).fit(request) + (takes(operation, request) ? MOST_CONDITIONS : 0);
    }

    private static boolean takes(Operation operation, MockRequest request) {
        Optional<MediaType> type = request.headers().first("Content-Type").flatMap(MediaType::parse);
        return type.isEmpty()
                || operation.requestBody().isEmpty()
                || operation.requestBody().get().content().stream()
                        .anyMatch(spec -> MediaType.parse(spec.name())
                                .filter(documented -> documented.covers(type.get()))
                                .isPresent());
    }

    /**
     * Finds the operation.
     *
     * @param method in upper case
     * @param path percent-encoded, without query
     */
    public RouteResult route(String method, String path) {
        Segments segments = Segments.of(path);
        Found found = find(segments, method);
        if (found != null) {
            return found.matched(method);
        }
        Found get = method.equals("HEAD") ? find(segments, "GET") : null;
        if (get != null) {
            return get.matched("GET");
        }
        Found other = find(segments, null);
        return other == null
                ? new RouteResult.NotFound(nearMisses.to(method, path))
                : new RouteResult.MethodNotAllowed(allowed(other.node));
    }

    /** A place in the table, with the path's segments as they led there. */
    private record Found(RouteNode node, Segments segments) {
        RouteResult.Matched matched(String method) {
            List<RouteNode.Endpoint> endpoints = node.endpoints().getOrDefault(method, List.of());
            List<RouteResult.Matched> others = endpoints.size() == 1 ? List.of() : new ArrayList<>();
            for (int i = 1; i < endpoints.size(); i++) {
                others.add(matched(endpoints.get(i), List.of()));
            }
            return matched(endpoints.get(0), others);
        }

        private RouteResult.Matched matched(RouteNode.Endpoint endpoint, List<RouteResult.Matched> others) {
            return new RouteResult.Matched(
                    endpoint.operation(), endpoint.template().values(segments.raw()), others);
        }
    }

    /** A trailing slash counts only where the contract has both paths. Any method will do where none is given. */
    private @Nullable Found find(Segments segments, @Nullable String method) {
        RouteNode exact = root.find(segments.raw(), segments.decoded(), 0, method);
        if (exact != null) {
            return new Found(exact, segments);
        }
        Segments other = segments.withOrWithoutTrailingSlash();
        RouteNode inexact = root.find(other.raw(), other.decoded(), 0, method);
        return inexact == null ? null : new Found(inexact, other);
    }

    private static List<String> allowed(RouteNode node) {
        TreeSet<String> methods = new TreeSet<>(node.endpoints().keySet());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return List.copyOf(methods);
    }
}
