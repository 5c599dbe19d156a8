package dev.countersign.mock.xml;

/** Puts tags and text together. What XML 1.0 cannot carry at all (section 2.2) is left out. */
final class XmlWriter {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    /** Begins a start tag, which may get attributes until it is ended. */
    void open(String name) {
        out.append('<').append(name);
    }

    void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
    }

    void endOfTag() {
        out.append('>');
    }

    void close(String name) {
        out.append("</").append(name).append('>');
    }

    void text(String text, boolean cdata) {
        if (cdata && !text.contains("]]>")) {
            out.append("<![CDATA[");
            text.codePoints().filter(XmlWriter::isCharacter).forEach(out::appendCodePoint);
            out.append("]]>");
        } else {
            escape(text);
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (isCharacter(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }

    private static boolean isCharacter(int c) {
        boolean usual = c >= ' ' && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff);
        return usual || c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
