package dev.countersign.verify.diff;

/**
 * A line of a file.
 *
 * @param file as a user would name it
 * @param line counted from 1
 */
public record SourceLine(String file, int line) {}
