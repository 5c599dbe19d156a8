package dev.countersign.mock.xml;

import dev.countersign.openapi.contract.SchemaNode;

/** What schemas say about XML (OAS 3.1 section 4.8.26, and 3.2's {@code nodeType}). */
final class XmlHints {
    private XmlHints() {}

    /** The hint of the first schema that gives it, through references and combinations; empty where none does. */
    static String hint(SchemaNode schema, String name) {
        return schema.keywords("xml")
                .map(xml -> xml.path(name))
                .filter(hint -> !hint.isMissingNode())
                .map(hint -> hint.asString(""))
                .findFirst()
                .orElse("");
    }

    static boolean isAttribute(SchemaNode schema) {
        return hint(schema, "attribute").equals("true")
                || hint(schema, "nodeType").equals("attribute");
    }

    /** Whether the value is the text of its parent's element, beside attributes (OAS 3.2). */
    static boolean isText(SchemaNode schema) {
        return hint(schema, "nodeType").equals("text") || isCdata(schema);
    }

    static boolean isCdata(SchemaNode schema) {
        return hint(schema, "nodeType").equals("cdata");
    }

    /** Whether an array has an element around its items. */
    static boolean isWrapped(SchemaNode schema) {
        return hint(schema, "wrapped").equals("true")
                || hint(schema, "nodeType").equals("element");
    }

    /** The name with the hinted prefix. */
    static String name(SchemaNode schema, String fallback) {
        String prefix = hint(schema, "prefix");
        return prefix.isEmpty() ? localName(schema, fallback) : fit(prefix) + ":" + localName(schema, fallback);
    }

    /** The name: as hinted, else the fallback, made fit for XML. */
    static String localName(SchemaNode schema, String fallback) {
        String hinted = hint(schema, "name");
        return fit(hinted.isEmpty() ? fallback : hinted);
    }

    /** The name of the component that a schema refers to; {@code root} for one that stands in place. */
    static String referenceName(SchemaNode schema) {
        return schema.referred().map(SchemaNode::name).orElse("root");
    }

    private static String fit(String name) {
        StringBuilder fit = new StringBuilder(name.length() + 1);
        name.codePoints()
                .forEach(c -> fit.appendCodePoint(
                        Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' ? c : '_'));
        boolean starts = fit.length() > 0 && (Character.isLetter(fit.codePointAt(0)) || fit.charAt(0) == '_');
        return starts ? fit.toString() : "_" + fit;
    }
}
