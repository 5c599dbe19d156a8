package dev.countersign.mock.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code name=value} of a query, form or cookie.
 *
 * @param name decoded
 * @param raw the value, still encoded, because only their encoding distinguishes delimiters from data
 */
public record Pair(String name, String raw) {

    /** The pairs of a query or form, in their order. */
    public static List<Pair> parse(String query) {
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

    /** The pairs of every {@code Cookie} field (RFC 6265 section 4.2), which are not encoded. */
    public static List<Pair> cookies(Headers headers) {
        List<Pair> pairs = new ArrayList<>();
        for (String field : headers.all("Cookie")) {
            for (String part : field.split(";", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    pairs.add(new Pair(
                            part.substring(0, equals).strip(),
                            part.substring(equals + 1).strip()));
                }
            }
        }
        return pairs;
    }

    /** The same with every {@code a=1&b=2} taken apart. */
    public static List<Pair> apart(List<Pair> pairs) {
        List<Pair> apart = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            apart.addAll(pair.raw.indexOf('&') < 0 ? List.of(pair) : parse(pair.name + "=" + pair.raw));
        }
        return apart;
    }

    /** The value, decoded. */
    public String value() {
        return PercentEncoding.decodeForm(raw);
    }
}
