package dev.countersign.openapi.schema.format;

/** Character classes of the RFCs, which mean ASCII where {@link Character} means Unicode. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** The two digits at an index as a number; -1 when they are not digits. */
    static int twoDigits(String text, int index) {
        if (index + 2 > text.length() || !isDigit(text.charAt(index)) || !isDigit(text.charAt(index + 1))) {
            return -1;
        }
        return (text.charAt(index) - '0') * 10 + text.charAt(index + 1) - '0';
    }
}
