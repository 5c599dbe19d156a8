package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Operation;

/**
 * Tells clients that an operation is deprecated. RFC 9745 has the field {@code Deprecation} hold a date, which no document
 * states; the value is that of the drafts before it, which other mock servers send, too.
 */
public final class Deprecation {
    private static final Header TRUE = new Header("Deprecation", "true");

    private Deprecation() {}

    /** The response with the field where the operation is deprecated, unless the contract has one of its own. */
    public static MockResponse noted(Operation operation, MockResponse response) {
        return !operation.deprecated() || response.header(TRUE.name()).isPresent() ? response : response.with(TRUE);
    }
}
