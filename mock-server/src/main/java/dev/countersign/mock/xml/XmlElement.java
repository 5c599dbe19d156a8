package dev.countersign.mock.xml;

import java.util.List;

/**
 * One element of an XML document.
 *
 * @param name its name without prefix
 * @param namespace the namespace that it is in; empty for none
 * @param attributes those that belong to the API: neither declarations of namespaces nor of XML Schema
 * @param isNil whether it says that it has no value
 * @param children in the order of the document
 * @param text the text that stands directly in it, put together
 */
record XmlElement(
        String name,
        String namespace,
        List<Attribute> attributes,
        boolean isNil,
        List<XmlElement> children,
        String text) {

    static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    record Attribute(String name, String value) {}

    boolean isStructured() {
        return !children.isEmpty() || !attributes.isEmpty();
    }
}
