package dev.countersign.openapi.schema;

/** Which way a value travels, which decides whether read-only and write-only properties can be demanded of it. */
public enum Direction {
    /** Sent to the server: a required {@code readOnly} property may be missing (OAS 3.0 section 4.7.24.2). */
    REQUEST,
    /** Sent by the server: a required {@code writeOnly} property may be missing. */
    RESPONSE,
    /** Neither: every required property is demanded. */
    ANY
}
