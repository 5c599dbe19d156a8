package dev.countersign.mock.exchange;

import java.util.ArrayList;
import java.util.List;

/** Lists and quoted strings in header values (RFC 9110 section 5.6). */
public final class QuotedText {
    private QuotedText() {}

    /** Splits at a delimiter that stands outside quotes; parts come stripped, empty ones are left out. */
    public static List<String> split(String text, char delimiter) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                add(parts, text.substring(start, i));
                start = i + 1;
            }
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        String stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }

    /** The content of a quoted string, or the text itself when it is not quoted. */
    public static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        StringBuilder content = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i < text.length() - 2) {
                i++;
                c = text.charAt(i);
            }
            content.append(c);
        }
        return content.toString();
    }
}
