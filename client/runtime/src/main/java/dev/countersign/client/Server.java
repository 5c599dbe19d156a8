package dev.countersign.client;

import java.util.Optional;

/** Where calls go: one of the servers that the contract names, or anything else that knows its URL. Immutable. */
@FunctionalInterface
public interface Server {
    /** What every path is appended to; may be relative to the client's base URL. */
    String url();

    /**
     * The server of the contract that this is; absent for any other. Operations that have a server of their own in the
     * contract are called there only by a client that was pointed to one of the contract's.
     */
    default Optional<ServerTemplate> template() {
        return Optional.empty();
    }
}
