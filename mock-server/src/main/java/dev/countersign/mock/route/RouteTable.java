package dev.countersign.mock.route;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                add(operation, base + operation.path());
            }
        }
        for (Operation operation : contract.operations()) {
            add(operation, operation.path());
        }
        nearMisses = NearMisses.of(contract);
    }

    /** Builds the table of a contract's operations. */
    public static RouteTable of(Contract contract) {
        return new RouteTable(contract);
    }

    private void add(Operation operation, String path) {
        List<Segment> segments =
                PathTemplate.parse(PathFragment.of(path).path()).segments();
        RouteNode node = root;
        for (Segment segment : segments) {
            node = node.child(segment);
        }
        node.add(operation, segments);
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
        String[] raw = segments(path);
        String[] decoded = decode(raw);
        List<RouteNode.Endpoint> endpoints = endpoints(raw, decoded, method);
        if (endpoints.isEmpty() && method.equals("HEAD")) {
            endpoints = endpoints(raw, decoded, "GET");
        }
        if (!endpoints.isEmpty()) {
            return matched(endpoints, raw);
        }
        RouteNode other = find(raw, decoded, node -> true);
        return other == null
                ? new RouteResult.NotFound(nearMisses.to(method, path))
                : new RouteResult.MethodNotAllowed(allowed(other));
    }

    private List<RouteNode.Endpoint> endpoints(String[] raw, String[] decoded, String method) {
        RouteNode node = find(raw, decoded, candidate -> candidate.endpoints().containsKey(method));
        return node == null ? List.of() : node.endpoints().getOrDefault(method, List.of());
    }

    private static RouteResult.Matched matched(List<RouteNode.Endpoint> endpoints, String[] raw) {
        RouteNode.Endpoint first = endpoints.get(0);
        List<RouteResult.Matched> others = endpoints.size() == 1 ? List.of() : new ArrayList<>();
        for (int i = 1; i < endpoints.size(); i++) {
            RouteNode.Endpoint other = endpoints.get(i);
            others.add(new RouteResult.Matched(other.operation(), values(other, raw), List.of()));
        }
        return new RouteResult.Matched(first.operation(), values(first, raw), others);
    }

    /** A trailing slash counts only where the contract tells the two paths apart. */
    private @Nullable RouteNode find(String[] raw, String[] decoded, RouteNode.Acceptance accept) {
        RouteNode exact = root.find(raw, decoded, 0, accept);
        if (exact != null) {
            return exact;
        }
        int last = raw.length - 1;
        if (last > 0 && raw[last].isEmpty()) {
            return root.find(shortened(raw), shortened(decoded), 0, accept);
        }
        return root.find(lengthened(raw), lengthened(decoded), 0, accept);
    }

    private static Map<String, String> values(RouteNode.Endpoint endpoint, String[] raw) {
        Map<String, String> values = Map.of();
        for (int i = 0; i < endpoint.segments().size() && i < raw.length; i++) {
            Segment segment = endpoint.segments().get(i);
            if (!(segment instanceof Segment.Literal) && values.isEmpty()) {
                values = new LinkedHashMap<>();
            }
            if (segment instanceof Segment.Variable variable) {
                values.put(variable.name(), raw[i]);
            } else if (segment instanceof Segment.Composite composite) {
                composite.match(raw[i], values);
            }
        }
        return values;
    }

    private static List<String> allowed(RouteNode node) {
        TreeSet<String> methods = new TreeSet<>(node.endpoints().keySet());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return List.copyOf(methods);
    }

    private static String[] segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = path.startsWith("/") ? 1 : 0;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        segments.add(path.substring(start));
        return segments.toArray(String[]::new);
    }

    private static String[] decode(String[] raw) {
        String[] decoded = new String[raw.length];
        for (int i = 0; i < raw.length; i++) {
            decoded[i] = PercentEncoding.decode(raw[i]);
        }
        return decoded;
    }

    private static String[] shortened(String[] segments) {
        String[] copy = new String[segments.length - 1];
        System.arraycopy(segments, 0, copy, 0, copy.length);
        return copy;
    }

    private static String[] lengthened(String[] segments) {
        String[] copy = new String[segments.length + 1];
        System.arraycopy(segments, 0, copy, 0, segments.length);
        copy[segments.length] = "";
        return copy;
    }
}
