package dev.countersign.openapi.schema.format;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** URIs (RFC 3986), IRIs (RFC 3987) and URI templates (RFC 6570). */
final class Uris {
    private Uris() {}

    static boolean isUri(String text) {
        return isAscii(text) && isIri(text);
    }

    static boolean isUriReference(String text) {
        return isAscii(text) && isIriReference(text);
    }

    static boolean isIri(String text) {
        URI uri = parse(text);
        return uri != null && uri.isAbsolute();
    }

    static boolean isIriReference(String text) {
        return parse(text) != null;
    }

    /** Braces must pair, and no expression may hold another or be empty. */
    static boolean isTemplate(String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                if (open >= 0) {
                    return false;
                }
                open = i;
            } else if (c == '}') {
                if (open < 0 || open + 1 == i) {
                    return false;
                }
                open = -1;
            } else if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' || c == '`') {
                return false;
            }
        }
        return open < 0;
    }

    private static @Nullable URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAUri) {
            return null;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
