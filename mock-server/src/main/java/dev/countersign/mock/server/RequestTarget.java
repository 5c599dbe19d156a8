package dev.countersign.mock.server;

import org.eclipse.jetty.http.HttpURI;

/** The parts of a request target, as they came; absent ones are empty. */
final class RequestTarget {
    private RequestTarget() {}

    static String path(HttpURI uri) {
        String path = uri.getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    static String query(HttpURI uri) {
        String query = uri.getQuery();
        return query == null ? "" : query;
    }
}
