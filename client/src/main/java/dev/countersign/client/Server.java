package dev.countersign.client;

/** Where calls go: one of the servers that the contract names, or anything else that knows its URL. Immutable. */
@FunctionalInterface
public interface Server {
    /** What every path is appended to; may be relative to the client's base URL. */
    String url();
}
