package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The client of a request. A mock knows none: any id will do, and any secret.
 *
 * @param id its name
 * @param hasSecret whether it sent a secret, which is what clients do that can keep one
 */
record Client(String id, boolean hasSecret) {

    /**
     * The client, as it names itself in the field {@code Authorization} or in the form (RFC 6749 section 2.3.1).
     *
     * @throws OAuthException when it does neither, or both
     */
    static Client of(MockRequest request, Parameters form) {
        Optional<String> field = request.headers().first("Authorization");
        Optional<String> secret = form.get("client_secret");
        if (field.isEmpty()) {
            return new Client(form.required("client_id"), secret.isPresent());
        }
        if (secret.isPresent()) {
            throw OAuthException.invalidRequest("The client authenticates itself in two ways at once.");
        }
        String id = basicId(field.get());
        if (form.get("client_id").filter(named -> !named.equals(id)).isPresent()) {
            throw OAuthException.invalidRequest("The form names another client than the field Authorization.");
        }
        return new Client(id, true);
    }

    private static String basicId(String field) {
        if (field.regionMatches(true, 0, "basic ", 0, 6)) {
            try {
                byte[] decoded = Base64.getDecoder().decode(field.substring(6).strip());
                String pair = new String(decoded, StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                if (colon > 0) {
                    return PercentEncoding.decodeForm(pair.substring(0, colon));
                }
            } catch (IllegalArgumentException notBase64) {
                // Refused below, like a pair without a colon.
            }
        }
        throw OAuthException.invalidClient(
                "The field Authorization must hold Basic credentials: client id, colon, secret.");
    }

    /**
     * Goes on when the client sent a secret.
     *
     * @throws OAuthException when it did not
     */
    void requireSecret() {
        if (!hasSecret) {
            throw OAuthException.invalidClient("Send client id and secret. Any secret will do.");
        }
    }
}
