package dev.countersign.mock.render;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Writes a value as XML with the hints of its schema (OAS 3.1 section 4.8.26): {@code name}, {@code prefix}, {@code
 * namespace}, {@code attribute} and {@code wrapped}. Without hints a property is an element of its own name, and an array
 * one element per item.
 */
final class XmlText {
    private static final int DEEPEST = 200;

    private final XmlSchemas schemas;
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    private XmlText(JsonNode document) {
        this.schemas = new XmlSchemas(document);
    }

    /** The value as a document; the root is named by its schema. */
    static String of(JsonNode value, JsonNode schema, JsonNode document) {
        XmlText text = new XmlText(document);
        text.root(value, schema);
        return text.out.toString();
    }

    private void root(JsonNode value, JsonNode schema) {
        String name = schemas.name(schema, schemas.referenceName(schema));
        if (value.isArray()) {
            String item = schemas.name(schemas.items(schema), schemas.referenceName(schemas.items(schema)));
            open(name, schema, value, 0);
            value.forEach(one -> element(item, one, schemas.items(schema), 1));
            close(name);
        } else {
            element(name, value, schema, 0);
        }
    }

    private void property(String name, JsonNode value, JsonNode schema, int depth) {
        if (!value.isArray()) {
            element(schemas.name(schema, name), value, schema, depth);
            return;
        }
        boolean wrapped = schemas.hint(schema, "wrapped").asBoolean(false);
        String own = schemas.name(schema, name);
        JsonNode items = schemas.items(schema);
        if (wrapped) {
            open(own, schema, value, depth);
        }
        value.forEach(item -> element(schemas.name(items, wrapped ? name : own), item, items, depth + 1));
        if (wrapped) {
            close(own);
        }
    }

    private void element(String name, JsonNode value, JsonNode schema, int depth) {
        open(name, schema, value, depth);
        if (value.isObject() && depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode property = schemas.property(schema, field.getKey());
                if (!isAttribute(property, field.getValue())) {
                    property(field.getKey(), field.getValue(), property, depth + 1);
                }
            }
        } else if (value.isArray() && depth < DEEPEST) {
            value.forEach(item -> element(name, item, schemas.items(schema), depth + 1));
        } else {
            escape(BodyText.plain(value));
        }
        close(name);
    }

    private boolean isAttribute(JsonNode schema, JsonNode value) {
        return value.isValueNode() && schemas.hint(schema, "attribute").asBoolean(false);
    }

    private void open(String name, JsonNode schema, JsonNode value, int depth) {
        out.append('<').append(name);
        String namespace = schemas.hint(schema, "namespace").asString("");
        if (!namespace.isEmpty()) {
            String prefix = schemas.hint(schema, "prefix").asString("");
            attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, namespace);
        }
        if (value.isObject() && depth < DEEPEST) {
            Set<Map.Entry<String, JsonNode>> fields = value.properties();
            for (Map.Entry<String, JsonNode> field : fields) {
                JsonNode property = schemas.property(schema, field.getKey());
                if (isAttribute(property, field.getValue())) {
                    attribute(schemas.name(property, field.getKey()), BodyText.plain(field.getValue()));
                }
            }
        }
        out.append('>');
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
    }

    /** Characters that XML 1.0 cannot carry at all (section 2.2) are left out. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c >= ' ' && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff)
                            || c == '\n'
                            || c == '\t') {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }
}
