package dev.countersign.mock.xml;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes a value as XML with the hints of its schema (OAS 3.1 section 4.8.26, and 3.2's {@code nodeType}). Without hints a
 * property is an element of its own name, and an array one element per item.
 */
public final class XmlText {
    private static final int DEEPEST = 200;

    private final XmlWriter out = new XmlWriter();

    private XmlText() {}

    /** The value as a document; the root is named by its schema. */
    public static String of(JsonNode value, SchemaNode schema) {
        XmlText text = new XmlText();
        text.root(value, schema);
        return text.out.toString();
    }

    private void root(JsonNode value, SchemaNode schema) {
        element(XmlHints.name(schema, XmlHints.referenceName(schema)), value, schema, 0);
    }

    private void property(String name, JsonNode value, SchemaNode schema, int depth) {
        if (XmlHints.isText(schema)) {
            out.text(plain(value), XmlHints.isCdata(schema));
        } else if (!value.isArray()) {
            element(XmlHints.name(schema, name), value, schema, depth);
        } else if (XmlHints.isWrapped(schema)) {
            String own = XmlHints.name(schema, name);
            open(own, value, schema, depth);
            items(XmlHints.localName(schema, name), value, schema, depth + 1);
            out.close(own);
        } else {
            items(name, value, schema, depth);
        }
    }

    private void items(String name, JsonNode array, SchemaNode schema, int depth) {
        for (int i = 0; i < array.size(); i++) {
            SchemaNode item = schema.items(i);
            if (XmlHints.isText(item)) {
                out.text(plain(array.get(i)), XmlHints.isCdata(item));
            } else {
                element(XmlHints.name(item, name), array.get(i), item, depth + 1);
            }
        }
    }

    private void element(String name, JsonNode value, SchemaNode schema, int depth) {
        open(name, value, schema, depth);
        if (value.isObject() && depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                SchemaNode property = schema.property(field.getKey());
                if (!isAttribute(property, field.getValue())) {
                    property(field.getKey(), field.getValue(), property, depth + 1);
                }
            }
        } else if (value.isArray() && depth < DEEPEST) {
            items(depth == 0 ? XmlHints.referenceName(schema.items(0)) : name, value, schema, depth);
        } else {
            out.text(plain(value), XmlHints.isCdata(schema));
        }
        out.close(name);
    }

    private boolean isAttribute(SchemaNode schema, JsonNode value) {
        return value.isValueNode() && XmlHints.isAttribute(schema);
    }

    private void open(String name, JsonNode value, SchemaNode schema, int depth) {
        out.open(name);
        String namespace = XmlHints.hint(schema, "namespace");
        if (!namespace.isEmpty()) {
            String prefix = XmlHints.hint(schema, "prefix");
            out.attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, namespace);
        }
        if (value.isNull()) {
            out.attribute("xmlns:xsi", XmlElement.SCHEMA_INSTANCE);
            out.attribute("xsi:nil", "true");
        }
        if (value.isObject() && depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                SchemaNode property = schema.property(field.getKey());
                if (isAttribute(property, field.getValue()) && !field.getValue().isNull()) {
                    out.attribute(XmlHints.name(property, field.getKey()), plain(field.getValue()));
                }
            }
        }
        out.endOfTag();
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
