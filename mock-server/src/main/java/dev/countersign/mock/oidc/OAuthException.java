package dev.countersign.mock.oidc;

/** A request that is refused, in the words of OAuth 2 (RFC 6749 sections 4.1.2.1 and 5.2). */
final class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    /**
     * A refusal.
     *
     * @param status of the answer, where the error is answered and not sent on in a redirect
     * @param error one of the registered codes
     * @param description what is wrong and what to do, without secrets; printable ASCII without quotes
     */
    OAuthException(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static OAuthException invalidRequest(String description) {
        return new OAuthException(400, "invalid_request", description);
    }

    static OAuthException invalidGrant(String description) {
        return new OAuthException(400, "invalid_grant", description);
    }

    static OAuthException invalidClient(String description) {
        return new OAuthException(401, "invalid_client", description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
