package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a derivation asks about schemas: values where the document gives no example, and the validity of those it gives. */
public interface Samples {
    /** A valid value for a request. */
    JsonNode request(SchemaNode schema);

    /** A valid value for a response. */
    JsonNode response(SchemaNode schema);

    /** What is wrong with a request value, in one line; absent when it is valid. */
    Optional<String> requestFault(SchemaNode schema, JsonNode value);

    /** What is wrong with a response value, in one line; absent when it is valid. */
    Optional<String> responseFault(SchemaNode schema, JsonNode value);
}
