package dev.countersign.mock.route;

import dev.countersign.mock.exchange.PercentEncoding;
import java.util.Arrays;

/**
 * A request's path between its slashes; a trailing slash is a last segment without text.
 *
 * @param raw as it came
 * @param decoded the same, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one request, and is not compared
record Segments(String[] raw, String[] decoded) {
    static Segments of(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        String[] raw = new String[slashes(path, start) + 1];
        String[] decoded = new String[raw.length];
        for (int i = 0; i < raw.length; i++) {
            int slash = path.indexOf('/', start);
            raw[i] = slash < 0 ? path.substring(start) : path.substring(start, slash);
            decoded[i] = PercentEncoding.decode(raw[i]);
            start = slash + 1;
        }
        return new Segments(raw, decoded);
    }

    private static int slashes(String path, int start) {
        int count = 0;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            count++;
        }
        return count;
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
