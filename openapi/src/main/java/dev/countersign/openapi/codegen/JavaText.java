package dev.countersign.openapi.codegen;

import java.util.List;

/** Text from a document, made safe to stand in Java source. */
final class JavaText {
    private JavaText() {}

    /** A Java string literal with its quotes. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < 32 || c > 126) {
                        literal.append(String.format("\\u%04X", c));
                    } else {
                        literal.append((char) c);
                    }
                }
            }
        });
        return literal.append('"').toString();
    }

    /** Text on one line of a Javadoc comment. */
    static String docLine(String text) {
        return String.join(" ", docLines(text));
    }

    /** A name or value in a Javadoc comment. */
    static String docCode(String text) {
        return "<code>" + docLine(text) + "</code>";
    }

    /** The lines of a description for a Javadoc comment: nothing in them ends the comment, opens a tag or an escape. */
    static List<String> docLines(String text) {
        String safe = text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*/", "*&#47;");
        return safe.isEmpty()
                ? List.of()
                : safe.lines().map(String::stripTrailing).toList();
    }
}
