package dev.countersign.verify.release;

/**
 * A difference between two schemas.
 *
 * @param path the field, as a JSON pointer in which {@code *} stands for any item or name; empty for the whole value
 * @param effect what it does to the values that are allowed
 * @param what the difference in words
 * @param advice what who sends or receives the value has to do
 */
record SchemaDifference(String path, Effect effect, String what, String advice) {}
