package dev.countersign.mock.validate;

/** How closely requests are looked at, where the standards leave it open. */
public enum Strictness {
    /** What the standards do not forbid is taken: query parameters that the document does not have, keys that JSON repeats. */
    LENIENT,
    /** Such things are violations. */
    STRICT
}
