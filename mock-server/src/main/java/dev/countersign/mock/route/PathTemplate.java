package dev.countersign.mock.route;

import dev.countersign.mock.exchange.PercentEncoding;
import java.util.ArrayList;
import java.util.List;

/** A path template (OAS 3.1 section 4.8.8.2) taken apart. A trailing slash is a last segment without text. */
record PathTemplate(List<Segment> segments) {
    PathTemplate {
        segments = List.copyOf(segments);
    }

    static PathTemplate parse(String template) {
        String path = template.startsWith("/") ? template.substring(1) : template;
        List<Segment> segments = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            segments.add(segment(part));
        }
        return new PathTemplate(segments);
    }

    private static Segment segment(String part) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int position = 0;
        for (int open = part.indexOf('{'); open >= 0; open = part.indexOf('{', position)) {
            int close = part.indexOf('}', open);
            if (close < 0) {
                break;
            }
            literals.add(part.substring(position, open));
            names.add(name(part.substring(open + 1, close)));
            position = close + 1;
        }
        String rest = part.substring(position);
        if (names.isEmpty()) {
            return new Segment.Literal(PercentEncoding.decode(rest));
        }
        literals.add(rest);
        boolean whole = names.size() == 1 && literals.get(0).isEmpty() && rest.isEmpty();
        return whole ? new Segment.Variable(names.get(0)) : new Segment.Composite(literals, names);
    }

    /** Some documents write RFC 6570 operators into their templates: {@code {;id*}} means the parameter {@code id}. */
    private static String name(String expression) {
        int start = 0;
        int end = expression.length();
        while (start < end && ";.?&+#/".indexOf(expression.charAt(start)) >= 0) {
            start++;
        }
        if (end > start && expression.charAt(end - 1) == '*') {
            end--;
        }
        return expression.substring(start, end);
    }
}
