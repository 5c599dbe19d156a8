package dev.countersign.openapi.contract;

import tools.jackson.databind.JsonNode;

/**
 * A schema where it stands in the bundled document.
 *
 * @param pointer JSON pointer of this schema in the bundled document, which is also where its violations point to
 * @param node the schema as written; may be a {@code $ref} into the bundled document, or a boolean in OpenAPI 3.1
 */
public record SchemaNode(String pointer, JsonNode node) {}
