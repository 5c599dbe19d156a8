package dev.countersign.openapi.json;

/**
 * A name that stands twice in one object, where the last value counts.
 *
 * @param name the name
 * @param line where it stands for the second time, counted from 1
 */
public record DuplicateName(String name, int line) {}
