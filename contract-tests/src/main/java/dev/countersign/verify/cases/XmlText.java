package dev.countersign.verify.cases;

import tools.jackson.databind.JsonNode;

/**
 * A value as XML, for a message whose example is not XML already: one element for each property, one for each item. It
 * knows none of the schema's hints, so it is sent, but nothing is held against it.
 */
final class XmlText {
    private XmlText() {}

    static String of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        element("document", value, text);
        return text.toString();
    }

    private static void element(String name, JsonNode value, StringBuilder text) {
        String tag = name.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? name : "item";
        if (value.isArray() && !value.isEmpty() && !name.equals("document")) {
            value.forEach(item -> element(name, item, text));
            return;
        }
        text.append('<').append(tag).append('>');
        if (value.isObject()) {
            value.properties().forEach(property -> element(property.getKey(), property.getValue(), text));
        } else if (value.isArray()) {
            value.forEach(item -> element("item", item, text));
        } else if (!value.isNull()) {
            text.append(value.asString().replace("&", "&amp;").replace("<", "&lt;"));
        }
        text.append("</").append(tag).append('>');
    }
}
