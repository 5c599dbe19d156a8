package dev.countersign.mock.xml;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes a value as XML with the hints of its schema (OAS 3.1 section 4.8.26, and 3.2's {@code nodeType}). Without hints a
 * property is an element of its own name, and an array one element per item.
 */
public final class XmlText {
    private static final int DEEPEST = 200;

    private final XmlSchemas schemas;
    private final XmlWriter out = new XmlWriter();

    private XmlText(JsonNode document) {
        this.schemas = new XmlSchemas(document);
    }

    /** The value as a document; the root is named by its schema. */
    public static String of(JsonNode value, JsonNode schema, JsonNode document) {
        XmlText text = new XmlText(document);
        text.root(value, schema);
        return text.out.toString();
    }

    private void root(JsonNode value, JsonNode schema) {
        element(schemas.name(schema, schemas.referenceName(schema)), value, schema, 0);
    }

    private void property(String name, JsonNode value, JsonNode schema, int depth) {
        if (schemas.isText(schema)) {
            out.text(plain(value), schemas.isCdata(schema));
        } else if (!value.isArray()) {
            element(schemas.name(schema, name), value, schema, depth);
        } else if (schemas.isWrapped(schema)) {
            String own = schemas.name(schema, name);
            open(own, value, schema, depth);
            items(schemas.localName(schema, name), value, schema, depth + 1);
            out.close(own);
        } else {
            items(name, value, schema, depth);
        }
    }

    private void items(String name, JsonNode array, JsonNode schema, int depth) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = schemas.item(schema, i);
            if (schemas.isText(item)) {
                out.text(plain(array.get(i)), schemas.isCdata(item));
            } else {
                element(schemas.name(item, name), array.get(i), item, depth + 1);
            }
        }
    }

    private void element(String name, JsonNode value, JsonNode schema, int depth) {
        open(name, value, schema, depth);
        if (value.isObject() && depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode property = schemas.property(schema, field.getKey());
                if (!isAttribute(property, field.getValue())) {
                    property(field.getKey(), field.getValue(), property, depth + 1);
                }
            }
        } else if (value.isArray() && depth < DEEPEST) {
            items(depth == 0 ? schemas.referenceName(schemas.item(schema, 0)) : name, value, schema, depth);
        } else {
            out.text(plain(value), schemas.isCdata(schema));
        }
        out.close(name);
    }

    private boolean isAttribute(JsonNode schema, JsonNode value) {
        return value.isValueNode() && schemas.isAttribute(schema);
    }

    private void open(String name, JsonNode value, JsonNode schema, int depth) {
        out.open(name);
        String namespace = schemas.hint(schema, "namespace");
        if (!namespace.isEmpty()) {
            String prefix = schemas.hint(schema, "prefix");
            out.attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, namespace);
        }
        if (value.isNull()) {
            out.attribute("xmlns:xsi", XmlElement.SCHEMA_INSTANCE);
            out.attribute("xsi:nil", "true");
        }
        if (value.isObject() && depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode property = schemas.property(schema, field.getKey());
                if (isAttribute(property, field.getValue()) && !field.getValue().isNull()) {
                    out.attribute(schemas.name(property, field.getKey()), plain(field.getValue()));
                }
            }
        }
        out.endOfTag();
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
