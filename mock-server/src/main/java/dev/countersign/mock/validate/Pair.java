package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.PercentEncoding;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code name=value} of a query or form.
 *
 * @param name decoded
 * @param raw the value, still encoded, because only their encoding distinguishes delimiters from data
 */
record Pair(String name, String raw) {

    static List<Pair> parse(String query) {
        List<Pair> pairs = new ArrayList<>();
        int start = 0;
        while (start < query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (end > start) {
                String part = query.substring(start, end);
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                pairs.add(new Pair(PercentEncoding.decodeForm(name), equals < 0 ? "" : part.substring(equals + 1)));
            }
            start = end + 1;
        }
        return pairs;
    }

    /** The same with every {@code a=1&b=2} taken apart. */
    static List<Pair> apart(List<Pair> pairs) {
        List<Pair> apart = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            apart.addAll(pair.raw.indexOf('&') < 0 ? List.of(pair) : parse(pair.name + "=" + pair.raw));
        }
        return apart;
    }

    String value() {
        return PercentEncoding.decodeForm(raw);
    }
}
