package dev.countersign.openapi.schema.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Translates regular expressions of ECMA-262, which JSON Schema uses, into those of Java. */
final class EcmaPattern {
    private static final String SPACE = "\\s\\u00a0\\ufeff\\u2028\\u2029\\p{Zs}";
    private static final String ANY = "[^\\n\\r\\u2028\\u2029]";

    private static final List<String> FOREIGN_ESCAPES = List.of("\\Z", "\\A", "\\z", "\\a");

    private final String source;
    private final StringBuilder target = new StringBuilder();
    private int at;

    private EcmaPattern(String source) {
        this.source = source;
    }

    /**
     * Compiles an expression.
     *
     * @param flags those of {@link Pattern}
     * @throws PatternSyntaxException when it cannot be translated
     */
    static Pattern compile(String source, int flags) {
        return Pattern.compile(new EcmaPattern(source).translate(), flags);
    }

    static boolean isValid(String source) {
        try {
            Pattern unused = compile(source, 0);
            // Escapes of other languages are read leniently in a pattern, but make no valid expression.
            return FOREIGN_ESCAPES.stream().noneMatch(source::contains);
        } catch (PatternSyntaxException invalid) {
            return false;
        }
    }

    private String translate() {
        while (at < source.length()) {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '.' -> emit(ANY, 1);
                // Java's $ also matches before a final line break.
                case '$' -> emit("\\z", 1);
                case '{' -> emit(isQuantifier() ? "{" : "\\{", 1);
                case '(' -> group();
                default -> emit(c, 1);
            }
        }
        return target.toString();
    }

    private void group() {
        // Python's spelling of a named group is common in documents.
        if (source.startsWith("(?P<", at)) {
            emit("(?<", 4);
        } else {
            emit('(', 1);
        }
    }

    private void characterClass() {
        if (source.startsWith("[^]", at)) {
            emit("[\\s\\S]", 3);
            return;
        }
        if (source.startsWith("[]", at)) {
            emit("(?!)", 2);
            return;
        }
        emit('[', 1);
        if (at < source.length() && source.charAt(at) == '^') {
            emit('^', 1);
        }
        while (at < source.length() && source.charAt(at) != ']') {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> escape(true);
                // Java would read these as a nested class and as an intersection.
                case '[', '&', '^' -> emit("\\" + c, 1);
                default -> emit(c, 1);
            }
        }
        if (at < source.length()) {
            emit(']', 1);
        }
    }

    private void escape(boolean inClass) {
        if (at + 1 >= source.length()) {
            emit('\\', 1);
            return;
        }
        char c = source.charAt(at + 1);
        switch (c) {
            case 's' -> emit(inClass ? SPACE : "[" + SPACE + "]", 2);
            case 'S' -> emit("[^" + SPACE + "]", 2);
            case 'v' -> emit("\\x0b", 2);
            case '0' -> emit("\\x00", 2);
            case 'b' -> emit(inClass ? "\\x08" : "\\b", 2);
            case 'u' -> codePoint();
            case 'p', 'P' -> property(c);
            case 'c' -> control();
            case 'Z' -> emit("\\z", 2);
            case 'a', 'e', 'h', 'H', 'R', 'X', 'G', 'Q', 'E', 'V', 'N', 'y', 'i', 'j', 'l', 'm', 'o', 'q', 'g' ->
                emit(c, 2);
            default -> {
                emit('\\', 1);
                emit(c, 1);
            }
        }
    }

    private void codePoint() {
        int end = source.indexOf('}', at);
        if (source.startsWith("\\u{", at) && end > 0) {
            emit("\\x{" + source.substring(at + 3, end) + "}", end + 1 - at);
        } else {
            emit("\\u", 2);
        }
    }

    private void control() {
        if (at + 2 < source.length() && Ascii.isLetter(source.charAt(at + 2))) {
            emit("\\c" + Character.toUpperCase(source.charAt(at + 2)), 3);
        } else {
            emit("\\\\c", 2);
        }
    }

    private void property(char kind) {
        int end = source.indexOf('}', at);
        if (!source.startsWith("{", at + 2) || end < 0) {
            emit(kind, 2);
            return;
        }
        String name = source.substring(at + 3, end);
        int equals = name.indexOf('=');
        String value = equals < 0 ? name : name.substring(equals + 1);
        boolean isScript = equals > 0 && name.startsWith("S");
        emit("\\" + kind + "{" + (isScript ? "Is" + value : UnicodeCategory.shortName(value)) + "}", end + 1 - at);
    }

    private boolean isQuantifier() {
        int i = at + 1;
        while (i < source.length() && (Ascii.isDigit(source.charAt(i)) || source.charAt(i) == ',')) {
            i++;
        }
        return i > at + 1 && i < source.length() && source.charAt(i) == '}' && source.charAt(at + 1) != ',';
    }

    private void emit(String text, int consumed) {
        target.append(text);
        at += consumed;
    }

    private void emit(char c, int consumed) {
        target.append(c);
        at += consumed;
    }
}
