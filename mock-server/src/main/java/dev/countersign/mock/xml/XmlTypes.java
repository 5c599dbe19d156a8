package dev.countersign.mock.xml;

import dev.countersign.openapi.contract.SchemaNode;
import tools.jackson.databind.JsonNode;

/** What schemas say about types: text in XML has none of its own. */
public interface XmlTypes {
    /**
     * Whether some branch of a schema allows a type.
     *
     * @param type as JSON Schema names it
     */
    boolean allows(SchemaNode schema, String type);

    /** The text as a value of the type that the schema expects; text where it is none. */
    JsonNode scalar(String text, SchemaNode schema);
}
