package dev.countersign.verify.diff;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For CI servers that show test results: each change is a test case, each break a failed one. */
final class JUnitDiff {
    private JUnitDiff() {}

    static String of(Difference difference) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", plain(difference.summary()));
            xml.writeAttribute(
                    "tests", Integer.toString(Math.max(1, difference.changes().size())));
            xml.writeAttribute("failures", Long.toString(difference.breaks()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            if (difference.changes().isEmpty()) {
                xml.writeEmptyElement("testcase");
                xml.writeAttribute("classname", "diff");
                xml.writeAttribute("name", "nothing that a consumer can notice");
            }
            for (Noticed noticed : difference.changes()) {
                write(noticed, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the result cannot be written as XML", e);
        }
        return text.toString();
    }

    private static void write(Noticed noticed, XMLStreamWriter xml) throws XMLStreamException {
        String place = noticed.change().place();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", plain(noticed.change().operation()));
        xml.writeAttribute(
                "name",
                plain((place.isEmpty() ? "" : place + ": ") + noticed.change().what()));
        if (noticed.change().breaking()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", "breaking");
            xml.writeAttribute("message", plain(noticed.change().text()));
            if (!noticed.consumers().isEmpty()) {
                xml.writeCharacters(plain("Hits: " + String.join(", ", noticed.consumers())));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Without what XML 1.0 has no way to write. */
    private static String plain(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
