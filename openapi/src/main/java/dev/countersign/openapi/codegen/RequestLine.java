package dev.countersign.openapi.codegen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path template in the form that Feign reads, whose parser refuses what a contract may well hold. */
final class RequestLine {
    private RequestLine() {}

    /**
     * A path template without what follows a {@code #}, with which authors tell operations of one path apart. No fragment
     * travels (RFC 9110 section 4.2.5); a {@code #} before a slash begins none.
     */
    static String withoutFragment(String template) {
        int depth = 0;
        for (int i = template.lastIndexOf('/') + 1; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '#' && depth == 0) {
                return template.substring(0, i);
            }
        }
        return template;
    }

    static String path(String template) {
        StringBuilder path = new StringBuilder();
        int at = 0;
        for (int number = 1; at < template.length(); number++) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return path.append(literal(template.substring(at))).toString();
            }
            String name = template.substring(open + 1, close);
            path.append(literal(template.substring(at, open)));
            path.append('{')
                    .append(name.matches("[A-Za-z][A-Za-z0-9_]*") ? name : "p" + number)
                    .append('}');
            at = close + 1;
        }
        return path.toString();
    }

    private static String literal(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%3B", ";")
                .replace("%3D", "=");
    }
}
