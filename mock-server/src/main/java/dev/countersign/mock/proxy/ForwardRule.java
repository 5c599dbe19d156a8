package dev.countersign.mock.proxy;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests that a real server answers instead of the mock, written as {@code GET /things/*=http://localhost:8080}.
 *
 * @param method an HTTP method, or an asterisk for any
 * @param path fits the percent-encoded path
 * @param target the real server's address
 */
public record ForwardRule(String method, Pattern path, URI target) {
    private static final Pattern WRITTEN = Pattern.compile("(?:([A-Za-z]+|\\*)\\s+)?(/\\S*?)=(https?://\\S+)");
    /** Anything that follows; one segment, in an asterisk or in braces. */
    private static final Pattern WILDCARD = Pattern.compile("/\\*\\*?$|\\*\\*|\\*|\\{[^/}]*}");

    /** Reads a rule; empty when it is none. */
    public static Optional<ForwardRule> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            URI target = URI.create(written.group(3));
            String method = written.group(1) == null ? "*" : written.group(1);
            return target.getHost() == null
                    ? Optional.empty()
                    : Optional.of(new ForwardRule(method, pattern(written.group(2)), target));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Pattern pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        Matcher wildcards = WILDCARD.matcher(path);
        int from = 0;
        while (wildcards.find()) {
            pattern.append(Pattern.quote(path.substring(from, wildcards.start())));
            pattern.append(
                    switch (wildcards.group()) {
                        case "/*", "/**" -> "/.+";
                        case "**" -> ".*";
                        default -> "[^/]+";
                    });
            from = wildcards.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(path.substring(from))).toString());
    }

    /** Whether it is about this request. */
    public boolean fits(String requested, String requestedPath) {
        return (method.equals("*") || method.equalsIgnoreCase(requested))
                && path.matcher(requestedPath).matches();
    }
}
