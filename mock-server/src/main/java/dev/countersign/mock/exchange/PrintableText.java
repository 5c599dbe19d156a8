package dev.countersign.mock.exchange;

/**
 * Text from elsewhere that is to be shown on a terminal or in a log. Control characters could move the cursor, colour or hide
 * what stands there, and characters that change the direction of writing could make it read as something else; each is shown as
 * its code.
 */
public final class PrintableText {
    private PrintableText() {}

    /** Text that stays on one line. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** Text that may have several lines. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean lines) {
        int first = 0;
        while (first < text.length() && isPlain(text, first, lines)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(text, i, lines)) {
                escaped.append(c);
            } else {
                escaped.append(String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text, int at, boolean lines) {
        char c = text.charAt(at);
        if (c >= ' ' && c < 0x7f) {
            return true;
        }
        if (lines && (c == '\n' || c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n')) {
            return true;
        }
        return c == '\t' || !Character.isISOControl(c) && !turnsDirection(c) && c != '\u2028' && c != '\u2029';
    }

    private static boolean turnsDirection(char c) {
        return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u200e' || c == '\u200f';
    }
}
