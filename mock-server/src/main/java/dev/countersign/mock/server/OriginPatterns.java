package dev.countersign.mock.server;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Origins (RFC 6454 section 6.2), some of them with asterisks in place of what varies: {@code https://*.preview.example},
 * {@code http://localhost:*}. An asterisk stands for letters, digits, hyphens and dots.
 */
public final class OriginPatterns {
    private static final Pattern WRITTEN =
            Pattern.compile("null|[a-zA-Z][a-zA-Z0-9+.-]*://(\\[[0-9a-fA-F:.]+]|[a-zA-Z0-9.*_-]+)(:([0-9]+|\\*))?");

    private final List<String> origins;
    private final List<Pattern> patterns;

    OriginPatterns(List<String> origins) {
        this.origins = List.copyOf(origins);
        patterns = origins.stream()
                .filter(origin -> origin.indexOf('*') >= 0)
                .map(origin -> Pattern.compile(
                        Pattern.quote(origin).replace("*", "\\E[a-zA-Z0-9.-]+\\Q"), Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** Whether a text can be an origin, with or without asterisks. */
    public static boolean isOrigin(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** Whether an origin is one of them; each is when there are none. */
    boolean allow(String origin) {
        return origins.isEmpty()
                || origins.contains(origin)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(origin).matches());
    }
}
