package dev.countersign.openapi.schema.format;

/** Formats that encode something else than a time, a host or a URI. */
final class Encodings {
    private Encodings() {}

    /** RFC 4648 section 4, with padding; line breaks as in MIME are accepted because senders insert them. */
    static boolean isBase64(String text) {
        int digits = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                continue;
            }
            if (c == '=') {
                padding++;
            } else if (padding == 0 && (Ascii.isLetterOrDigit(c) || c == '+' || c == '/')) {
                digits++;
            } else {
                return false;
            }
        }
        return padding <= 2 && (digits + padding) % 4 == 0 && (padding == 0 || digits > 0);
    }

    /** RFC 4122 section 3: 8-4-4-4-12 hexadecimal digits. */
    static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (dash ? c != '-' : !Ascii.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** RFC 6901 section 3. */
    static boolean isJsonPointer(String text) {
        if (!text.isEmpty() && text.charAt(0) != '/') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '~'
                    && (i + 1 == text.length() || (text.charAt(i + 1) != '0' && text.charAt(i + 1) != '1'))) {
                return false;
            }
        }
        return true;
    }

    static boolean isRelativeJsonPointer(String text) {
        int end = 0;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == 0 || (end > 1 && text.charAt(0) == '0')) {
            return false;
        }
        String rest = text.substring(end);
        return rest.equals("#") || isJsonPointer(rest);
    }
}
