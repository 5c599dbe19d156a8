package dev.countersign.mock.xml;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML within bounds: no document type, so that nothing outside the text is ever looked at, and no deep nesting. */
final class XmlParser {
    private static final int DEEPEST = 500;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    private XmlParser(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Later JDKs have a bound of their own below ours, which they do not tell from other faults.
        factory.setProperty("jdk.xml.maxElementDepth", 2 * DEEPEST);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /**
     * The root of a document.
     *
     * @param charset as the request says; absent where the document itself says it (RFC 7303 section 3)
     */
    static XmlElement parse(byte[] body, Optional<Charset> charset) throws MalformedXmlException {
        try {
            ByteArrayInputStream stream = new ByteArrayInputStream(body);
            XMLStreamReader reader = charset.isPresent()
                    ? FACTORY.createXMLStreamReader(stream, charset.get().name())
                    : FACTORY.createXMLStreamReader(stream);
            return new XmlParser(reader).document();
        } catch (XMLStreamException e) {
            throw new MalformedXmlException(place(e));
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? "is not well-formed XML"
                : "is not well-formed XML (line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ")";
    }

    private XmlElement document() throws XMLStreamException, MalformedXmlException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedXmlException("has a document type declaration, which this server does not read");
            }
        }
        XmlElement root = element(0);
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    private XmlElement element(int depth) throws XMLStreamException, MalformedXmlException {
        if (depth > DEEPEST) {
            throw new MalformedXmlException(
                    "is XML beyond the bounds of this server: nested deeper than " + DEEPEST + " levels");
        }
        String name = reader.getLocalName();
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        List<XmlElement.Attribute> attributes = new ArrayList<>(reader.getAttributeCount());
        boolean nil = false;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (!XmlElement.SCHEMA_INSTANCE.equals(reader.getAttributeNamespace(i))) {
                attributes.add(new XmlElement.Attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
            } else if (reader.getAttributeLocalName(i).equals("nil")) {
                nil = reader.getAttributeValue(i).matches("true|1");
            }
        }
        List<XmlElement> children = new ArrayList<>(0);
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {
                    // Comments and processing instructions say nothing to an API.
                }
            }
        }
        return new XmlElement(name, namespace, attributes, nil, children, text.toString());
    }
}
