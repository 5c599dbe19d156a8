package dev.countersign.mock.xml;

import dev.countersign.openapi.contract.SchemaNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads XML into the value that a schema describes with its hints; the reverse of {@link XmlText}. Thread-safe. */
public final class XmlReader {
    private final XmlTypes types;

    /** A reader for schemas of these types. */
    public XmlReader(XmlTypes types) {
        this.types = types;
    }

    /**
     * Reads a body. A schema of a mere text takes the document as it is.
     *
     * @param charset as the request says; absent when it does not
     * @param schema when it demands nothing, any well-formed document will do
     * @throws MalformedXmlException when it is not well-formed, or its names are not those of the schema
     */
    public JsonNode read(byte[] body, Optional<Charset> charset, SchemaNode schema) throws MalformedXmlException {
        if (types.allows(schema, "string") && !types.allows(schema, "object") && !types.allows(schema, "array")) {
            return StringNode.valueOf(new String(body, charset.orElse(StandardCharsets.UTF_8)));
        }
        XmlElement root = XmlParser.parse(body, charset);
        String name = XmlHints.hint(schema, "name");
        if (!name.isEmpty() && !name.equals(root.name())) {
            throw new MalformedXmlException("must have the root element <" + name + ">");
        }
        return value(root, schema);
    }

    private JsonNode value(XmlElement element, SchemaNode schema) throws MalformedXmlException {
        checkNamespace(element, schema);
        if (element.isNil()) {
            return NullNode.getInstance();
        }
        boolean object = types.allows(schema, "object");
        if (object && (element.isStructured() || !isScalarInstead(element, schema))) {
            return object(element, schema);
        }
        if (types.allows(schema, "array")) {
            return items(element, schema);
        }
        boolean simple = element.attributes().isEmpty() || isSimple(schema);
        return element.children().isEmpty() && simple ? types.scalar(element.text(), schema) : object(element, schema);
    }

    /** A type that is an object or something simple: text without structure is the latter. */
    private boolean isScalarInstead(XmlElement element, SchemaNode schema) {
        return !element.text().isBlank() && isSimple(schema);
    }

    private boolean isSimple(SchemaNode schema) {
        return types.allows(schema, "string")
                || types.allows(schema, "integer")
                || types.allows(schema, "number")
                || types.allows(schema, "boolean");
    }

    private void checkNamespace(XmlElement element, SchemaNode schema) throws MalformedXmlException {
        String namespace = XmlHints.hint(schema, "namespace");
        if (!namespace.isEmpty() && !namespace.equals(element.namespace())) {
            throw new MalformedXmlException("must have its element <" + XmlHints.localName(schema, element.name())
                    + "> in the namespace " + namespace);
        }
    }

    private ArrayNode items(XmlElement list, SchemaNode schema) throws MalformedXmlException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (XmlElement item : list.children()) {
            array.add(value(item, schema.items(array.size())));
        }
        return array;
    }

    private ObjectNode object(XmlElement element, SchemaNode schema) throws MalformedXmlException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, SchemaNode> properties = schema.properties();
        Map<String, String> byElement = new HashMap<>();
        for (Map.Entry<String, SchemaNode> property : properties.entrySet()) {
            String name = property.getKey();
            if (XmlHints.isAttribute(property.getValue())) {
                attribute(element, name, property.getValue(), object);
            } else if (XmlHints.isText(property.getValue())) {
                object.set(name, types.scalar(element.text(), property.getValue()));
            } else {
                byElement.put(elementName(name, property.getValue()), name);
            }
        }
        undocumented(element, properties, schema, object);
        for (XmlElement child : element.children()) {
            String name = byElement.getOrDefault(child.name(), child.name());
            SchemaNode property = properties.get(name);
            if (property == null) {
                child(child, name, schema.additional(), object);
            } else if (byElement.containsKey(child.name())) {
                child(child, name, property, object);
            }
            // An element that has the name of a property which is written otherwise is none of the document's.
        }
        for (String name : required(schema)) {
            // An empty list without an element around it cannot be seen.
            SchemaNode property = properties.get(name);
            if (property != null && !object.has(name) && isBareList(property)) {
                object.putArray(name);
            }
        }
        return object;
    }

    private void attribute(XmlElement element, String name, SchemaNode schema, ObjectNode object) {
        String wanted = XmlHints.localName(schema, name);
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (attribute.name().equals(wanted)) {
                object.set(name, types.scalar(attribute.value(), schema));
                return;
            }
        }
        if (types.allows(schema, "null")) {
            object.putNull(name);
        }
    }

    /** Attributes that no property names are additional properties. */
    private void undocumented(
            XmlElement element, Map<String, SchemaNode> properties, SchemaNode schema, ObjectNode object) {
        for (XmlElement.Attribute attribute : element.attributes()) {
            boolean known = properties.entrySet().stream()
                    .anyMatch(property -> property.getKey().equals(attribute.name())
                            || XmlHints.localName(property.getValue(), property.getKey())
                                    .equals(attribute.name()));
            if (!known) {
                object.set(attribute.name(), types.scalar(attribute.value(), schema.additional()));
            }
        }
    }

    private boolean isBareList(SchemaNode property) {
        return types.allows(property, "array") && !XmlHints.isWrapped(property);
    }

    /** What an array without an element around it is called is the business of its items. */
    private String elementName(String name, SchemaNode property) {
        return isBareList(property) ? XmlHints.localName(property.items(0), name) : XmlHints.localName(property, name);
    }

    private void child(XmlElement child, String name, SchemaNode schema, ObjectNode object)
            throws MalformedXmlException {
        if (isBareList(schema)) {
            ArrayNode array = object.path(name) instanceof ArrayNode there ? there : object.putArray(name);
            array.add(value(child, schema.items(array.size())));
        } else if (types.allows(schema, "array")) {
            object.set(name, items(child, schema));
        } else if (object.has(name)) {
            // More than one where one is documented: the schema is to say so.
            JsonNode before = object.get(name);
            ArrayNode array = before instanceof ArrayNode there
                    ? there
                    : object.putArray(name).add(before);
            array.add(value(child, schema));
        } else {
            object.set(name, value(child, schema));
        }
    }

    private static Set<String> required(SchemaNode schema) {
        Set<String> required = new LinkedHashSet<>();
        schema.keywords("required").forEach(names -> names.forEach(name -> required.add(name.asString(""))));
        return required;
    }
}
