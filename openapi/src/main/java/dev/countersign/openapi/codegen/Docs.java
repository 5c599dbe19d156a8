package dev.countersign.openapi.codegen;

import tools.jackson.databind.node.ObjectNode;

/** Descriptions, ready for a documentation page. */
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
        target.put("hasDocs", !text.isBlank());
        target.put("docCell", cell(text));
        target.put("docPage", PageText.of(text));
    }
}
