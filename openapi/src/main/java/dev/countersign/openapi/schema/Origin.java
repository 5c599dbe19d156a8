package dev.countersign.openapi.schema;

/**
 * Where a rule comes from.
 *
 * @param pointer JSON pointer of the keyword in the bundled document
 * @param keyword the keyword's name
 * @param secret whether the values are secret, so that messages tell nothing about them
 */
record Origin(String pointer, String keyword, boolean secret) {}
