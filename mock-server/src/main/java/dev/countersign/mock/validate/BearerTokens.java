package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Headers;
import java.util.Optional;

/** What is known about bearer tokens. A mock that gives none knows nothing: any well-formed one will do. */
public interface BearerTokens {
    /** Nothing is known. */
    BearerTokens UNKNOWN = (token, request) -> Optional.empty();

    /**
     * Why a token is not good; empty when it is, or when nothing is known about it.
     *
     * @param request the header fields of the request that it came with
     * @return a phrase without the token, in printable ASCII without quotes
     */
    Optional<String> refusal(String token, Headers request);
}
