package dev.countersign.mock.mount;

import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.openapi.contract.Operation;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A document among several on one server.
 *
 * @param name what it is called among them, unlike all others
 * @param prefixes what the paths of its requests begin with, without a slash at the end; an empty one fits any path
 * @param cut whether its operations are looked for behind the prefix, which the document does not have
 * @param mock serves it
 */
public record Mount(String name, Set<String> prefixes, boolean cut, Mock mock) {
    /**
     * A document below the paths of its own servers, unless it is given others.
     *
     * @param given may be empty
     */
    public static Mount of(String name, Set<String> given, Mock mock) {
        return given.isEmpty() ? new Mount(name, basePaths(mock), false, mock) : new Mount(name, given, true, mock);
    }

    private static Set<String> basePaths(Mock mock) {
        Set<String> all = new LinkedHashSet<>();
        mock.contract().operations().forEach(operation -> all.addAll(basePaths(operation)));
        return all.isEmpty() ? Set.of("") : all;
    }

    private static Set<String> basePaths(Operation operation) {
        Set<String> paths = RouteTable.basePaths(operation);
        return paths.isEmpty() ? Set.of("") : paths;
    }

    /** The prefixes that one of its operations is served below. */
    Set<String> prefixes(Operation operation) {
        return cut ? prefixes : basePaths(operation);
    }

    /** The request as the document knows it. */
    MockRequest seen(MockRequest request, String prefix) {
        if (!cut || prefix.isEmpty()) {
            return request;
        }
        String rest = request.path().substring(prefix.length());
        return new MockRequest(
                request.method(), rest.isEmpty() ? "/" : rest, request.query(), request.headers(), request.body());
    }
}
