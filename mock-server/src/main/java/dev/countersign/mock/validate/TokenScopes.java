package dev.countersign.mock.validate;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The scopes that a bearer token says that it has: the claim {@code scope} of a JSON Web Token (RFC 8693 section 4.2), or
 * {@code scp}, as some servers call it. Most tokens are opaque and say nothing, and no signature is checked.
 */
final class TokenScopes {
    private static final int LONGEST = 16_384;

    private TokenScopes() {}

    /** The scopes; absent when the token does not say. */
    static Optional<Set<String>> of(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first <= 0 || second < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        JsonNode claims = claims(token.substring(first + 1, second));
        JsonNode scopes = claims.has("scope") ? claims.path("scope") : claims.path("scp");
        if (scopes.isString()) {
            return Optional.of(
                    Set.copyOf(new HashSet<>(List.of(scopes.stringValue().split(" ", -1)))));
        }
        if (!scopes.isArray()) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        scopes.forEach(scope -> names.add(scope.asString("")));
        return Optional.of(names);
    }

    private static JsonNode claims(String payload) {
        try {
            ReadResult reading = JsonBody.read(Base64.getUrlDecoder().decode(payload));
            return reading instanceof ReadResult.Value value ? value.node() : MissingNode.getInstance();
        } catch (IllegalArgumentException notBase64) {
            return MissingNode.getInstance();
        }
    }
}
