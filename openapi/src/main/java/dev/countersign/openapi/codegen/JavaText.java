package dev.countersign.openapi.codegen;

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
}
