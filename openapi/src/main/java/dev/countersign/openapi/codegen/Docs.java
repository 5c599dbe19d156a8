package dev.countersign.openapi.codegen;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Descriptions, ready for a Javadoc comment and for a page. */
final class Docs {
    private Docs() {}

    /** Text in a cell of a Markdown table. */
    private static String cell(String text) {
        return PageText.of(text)
                .strip()
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }

    static void add(ObjectNode target, String text) {
        ArrayNode lines = target.putArray("docs");
        JavaText.docLines(text).forEach(lines::add);
        target.put("hasDocs", !lines.isEmpty());
        target.put("docLine", JavaText.docLine(text));
        target.put("docCell", cell(text));
        target.put("docPage", PageText.of(text));
    }
}
