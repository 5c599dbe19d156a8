package dev.countersign.client.runtime.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A path with places for values, split once. */
public final class PathTemplate {
    private static final Pattern ENCODED = Pattern.compile("%25(?=[0-9A-Fa-f]{2})");

    private final String template;
    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    public PathTemplate(String template) {
        this.template = template;
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            literals.add(literal(template.substring(at, open)));
            names.add(template.substring(open + 1, close));
            at = close + 1;
        }
        literals.add(literal(template.substring(at)));
    }

    /** What the document says literally, encoded where it is not yet. */
    private static String literal(String text) {
        String encoded = PercentEncoding.encode(text, true)
                .replace("%26", "&")
                .replace("%2B", "+")
                .replace("%3D", "=");
        return ENCODED.matcher(encoded).replaceAll("%");
    }

    /**
     * The path with its values, which are encoded already.
     *
     * @throws IllegalArgumentException when a segment with a value in it is empty, which would name another path (that of
     *     the collection, most often), or is one of dots, which servers and proxies take for a step through the path however
     *     it is encoded (RFC 3986 section 6.2.2)
     */
    public String expand(Map<String, String> values) {
        if (names.isEmpty()) {
            return literals.get(0);
        }
        StringBuilder path = new StringBuilder(literals.get(0));
        int segment = path.lastIndexOf("/") + 1;
        String valued = "";
        for (int i = 0; i < names.size(); i++) {
            valued = names.get(i);
            path.append(values.getOrDefault(valued, ""));
            String literal = literals.get(i + 1);
            int slash = literal.indexOf('/');
            if (slash >= 0 || i + 1 == names.size()) {
                String rest = slash < 0 ? literal : literal.substring(0, slash);
                check(path.substring(segment) + rest, valued);
                path.append(literal);
                segment = path.lastIndexOf("/") + 1;
            } else {
                path.append(literal);
            }
        }
        return path.toString();
    }

    private void check(String segment, String name) {
        if (segment.isEmpty()) {
            throw new IllegalArgumentException("the path parameter " + name + " of " + template
                    + " must not be empty: without it the path is another one");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("the path parameter " + name + " of " + template
                    + " must not be made of dots: such a segment is a step through the path, however it is encoded"
                    + " (RFC 3986 section 6.2.2)");
        }
    }
}
