package dev.countersign.mock.route;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import java.util.Arrays;
import java.util.List;

/**
 * What follows a {@code #} in a path template: {@code /#X-Action=Create}, {@code /tags#arn}. No fragment travels (RFC 9110
 * section 4.2.5); authors write one, or a query, to tell operations of one path apart by what their requests hold.
 *
 * @param path the template without it
 * @param conditions names, or names and values with an equals sign, of query parameters or headers; empty without either
 */
record PathFragment(String path, List<String> conditions) {
    PathFragment {
        conditions = List.copyOf(conditions);
    }

    static PathFragment of(String template) {
        int depth = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            // One with a slash is none: some write #name for a part of the path.
            if ((c == '#' || c == '?') && depth == 0 && template.indexOf('/', i) < 0) {
                return new PathFragment(
                        template.substring(0, i),
                        Arrays.stream(template.substring(i + 1).split("[&#?]", -1))
                                .filter(condition -> !condition.isEmpty())
                                .toList());
            }
        }
        return new PathFragment(template, List.of());
    }

    /** One more than the number of conditions when a request meets all of them, else 0. */
    int fit(MockRequest request) {
        boolean met = conditions.stream().allMatch(condition -> isMetBy(request, condition));
        return met ? 1 + conditions.size() : 0;
    }

    private static boolean isMetBy(MockRequest request, String condition) {
        int equals = condition.indexOf('=');
        String name = PercentEncoding.decode(equals < 0 ? condition : condition.substring(0, equals));
        String value = equals < 0 ? "" : PercentEncoding.decode(condition.substring(equals + 1));
        boolean inHeaders = request.headers().all(name).stream().anyMatch(it -> equals < 0 || it.equals(value));
        return inHeaders || Arrays.stream(request.query().split("&", -1)).anyMatch(pair -> isMetBy(pair, name, value));
    }

    private static boolean isMetBy(String pair, String name, String value) {
        int equals = pair.indexOf('=');
        String actual = PercentEncoding.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
        return actual.equals(name)
                && (value.isEmpty()
                        || equals >= 0
                                && PercentEncoding.decodeForm(pair.substring(equals + 1))
                                        .equals(value));
    }
}
