package dev.countersign.verify.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The checks of one step in the format that build servers read: one test case for each check. */
final class JUnitXml {
    private JUnitXml() {}

    /** Writes a suite of this name into a folder, and says where. */
    static Path write(Path folder, String suite, List<Check> checks) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("TEST-" + suite + ".xml");
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, suite, checks);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException("the results cannot be written as XML", e));
        }
        return Files.writeString(file, text + "\n");
    }

    private static void suite(XMLStreamWriter xml, String suite, List<Check> checks) throws XMLStreamException {
        Tally tally = Tally.of(checks);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", suite);
        xml.writeAttribute("tests", Integer.toString(checks.size()));
        xml.writeAttribute("failures", Long.toString(tally.failed()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(tally.passedOver()));
        xml.writeAttribute(
                "time", seconds(checks.stream().mapToDouble(Check::seconds).sum()));
        for (Check check : checks) {
            xml.writeCharacters("\n  ");
            testCase(xml, suite, check);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, String suite, Check check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", written(check.layer().title() + ": " + check.name()));
        xml.writeAttribute("time", seconds(check.seconds()));
        if (check.hasFailed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", written(check.message().lines().findFirst().orElse("")));
            xml.writeCharacters(written(check.message()));
            xml.writeEndElement();
        } else if (check.outcome() instanceof Outcome.PassedOver over) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", written(over.reason()));
        }
        xml.writeEndElement();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** Without the characters that XML 1.0 section 2.2 has no way to write. */
    private static String written(String text) {
        return text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || c >= ' ' && c < 0xD800
                                || c > 0xDFFF && c < 0xFFFE
                                || c > 0xFFFF
                        ? c
                        : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
