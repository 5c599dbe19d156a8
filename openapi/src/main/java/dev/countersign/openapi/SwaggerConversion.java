package dev.countersign.openapi;

import tools.jackson.databind.node.ObjectNode;

/** Turns a bundled Swagger 2.0 document into OpenAPI 3.0. */
final class SwaggerConversion {
    private SwaggerConversion() {}

    static ObjectNode convert(ObjectNode document, Origins origins) {
        return document;
    }
}
