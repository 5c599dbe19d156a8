package dev.countersign.verify.provider;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts parameters into a path that may have a query already, in place of those of the same name. */
final class QueryText {
    private QueryText() {}

    static String with(String path, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return path;
        }
        int mark = path.indexOf('?');
        Stream<String> kept = mark < 0
                ? Stream.empty()
                : Stream.of(path.substring(mark + 1).split("&"))
                        .filter(pair -> !parameters.containsKey(decoded(pair.split("=", 2)[0])));
        Stream<String> added =
                parameters.entrySet().stream().map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()));
        return (mark < 0 ? path : path.substring(0, mark)) + "?"
                + Stream.concat(kept, added).collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
