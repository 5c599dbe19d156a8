package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.xml.MalformedXmlException;
import dev.countersign.mock.xml.XmlReader;
import dev.countersign.mock.xml.XmlTypes;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.format.Budget;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A body in XML (OAS 3.1 section 4.8.26), its text typed like a parameter's.
 */
record XmlBody(XmlReader reader, SchemaNode schema) implements BodyReader {

    static XmlBody of(SchemaNode schema, ExpectedTypes expectedTypes) {
        XmlTypes types = new XmlTypes() {
            @Override
            public boolean allows(SchemaNode node, String type) {
                return expectedTypes.of(node).allows(ExpectedType.Type.valueOf(type.toUpperCase(Locale.ROOT)));
            }

            @Override
            public JsonNode scalar(String text, SchemaNode node) {
                ExpectedType expected = expectedTypes.of(node);
                return Coercion.coerce(expected.allows(ExpectedType.Type.STRING) ? text : text.strip(), expected);
            }
        };
        return new XmlBody(new XmlReader(types), schema);
    }

    @Override
    public ReadResult read(MediaType actual, byte[] body, Budget budget) {
        try {
            return new ReadResult.Value(reader.read(body, actual.charset(), schema));
        } catch (MalformedXmlException e) {
            return new ReadResult.Malformed(e.what());
        }
    }
}
