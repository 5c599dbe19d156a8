package dev.countersign.openapi.schema;

/**
 * The keyword that a rule comes from (JSON Schema 2020-12 core, section 12.3.1).
 *
 * @param pointer JSON pointer of the keyword in the bundled document
 * @param keyword the keyword's name
 * @param secret whether the values are secret, so that no message may show them
 */
record KeywordLocation(String pointer, String keyword, boolean secret) {}
