package dev.countersign.mock.route;

import dev.countersign.mock.exchange.PercentEncoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A request's path between its slashes; a trailing slash is a last segment without text.
 *
 * @param raw as it came
 * @param decoded the same, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one request, and is not compared
record Segments(String[] raw, String[] decoded) {
    static Segments of(String path) {
        List<String> segments = new ArrayList<>();
        int start = path.startsWith("/") ? 1 : 0;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        segments.add(path.substring(start));
        String[] raw = segments.toArray(String[]::new);
        String[] decoded = new String[raw.length];
        for (int i = 0; i < raw.length; i++) {
            decoded[i] = PercentEncoding.decode(raw[i]);
        }
        return new Segments(raw, decoded);
    }

    /** The path without its trailing slash, or with one where it has none. */
    Segments withOrWithoutTrailingSlash() {
        int last = raw.length - 1;
        boolean trailing = last > 0 && raw[last].isEmpty();
        int length = trailing ? last : raw.length + 1;
        String[] otherRaw = Arrays.copyOf(raw, length);
        String[] otherDecoded = Arrays.copyOf(decoded, length);
        if (!trailing) {
            otherRaw[length - 1] = "";
            otherDecoded[length - 1] = "";
        }
        return new Segments(otherRaw, otherDecoded);
    }
}
