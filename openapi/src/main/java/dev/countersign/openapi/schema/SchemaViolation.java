package dev.countersign.openapi.schema;

/**
 * One way in which a value breaks its schema.
 *
 * @param instancePointer JSON pointer of the offending place in the value; empty for the value itself. A missing or
 *     unexpected property is named by the pointer that it has or would have
 * @param keyword the schema keyword that is broken, such as {@code required}
 * @param message what is wrong, as a phrase about that place; never holds text of the value, nor any part of a secret
 * @param schemaPointer JSON pointer of the keyword in the bundled document
 */
public record SchemaViolation(String instancePointer, String keyword, String message, String schemaPointer) {}
