package dev.countersign.mock.state.resource;

import java.util.Optional;

/** Path templates without the names of their variables, by which they compare. */
final class PathShape {
    /** One variable, whatever its name. */
    static final String VARIABLE = "{}";

    private PathShape() {}

    /** {@code /users/{id}/things/} is {@code /users/{}/things}. */
    static String of(String path) {
        return withoutEnd(path).replaceAll("\\{[^}/]*}", VARIABLE);
    }

    /** The path without a slash at its end. */
    static String withoutEnd(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The path up to its last segment. */
    static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name of the variable that a segment consists of. */
    static Optional<String> variable(String segment) {
        boolean one = segment.startsWith("{") && segment.indexOf('}') == segment.length() - 1;
        return one ? Optional.of(segment.substring(1, segment.length() - 1)) : Optional.empty();
    }
}
