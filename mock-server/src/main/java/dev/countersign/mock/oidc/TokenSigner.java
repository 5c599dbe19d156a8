package dev.countersign.mock.oidc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes signed JSON Web Tokens, and knows its own again. Thread-safe.
 *
 * @param key what they are signed with
 * @param clock tells when they begin and end
 */
public record TokenSigner(SigningKey key, InstantSource clock) {

    /**
     * Signs a token.
     *
     * @param claims what it says; gets {@code iat}, {@code exp} and {@code jti} (RFC 7519 section 4.1) where it has none
     * @param lifetime after which it is expired; to the second
     * @return its compact form, which is a secret
     */
    public String sign(ObjectNode claims, Duration lifetime) {
        return sign("JWT", claims, lifetime);
    }

    /** The same for a token of a type of its own (RFC 8725 section 3.11). */
    String sign(String type, ObjectNode claims, Duration lifetime) {
        long now = clock.instant().getEpochSecond();
        ObjectNode all = claims.deepCopy();
        all.putIfAbsent("iat", all.numberNode(now));
        all.putIfAbsent("exp", all.numberNode(now + lifetime.toSeconds()));
        all.putIfAbsent("jti", all.stringNode(UUID.randomUUID().toString()));
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", "RS256").put("typ", type).put("kid", key.id());
        return Jwt.signed(header, all, key).compact();
    }

    /** The claims of a token that was signed with the key and is not expired; empty for any other text. */
    public Optional<JsonNode> verify(String token) {
        return read(token).filter(jwt -> !jwt.isExpired(clock.instant())).map(Jwt::claims);
    }

    /** A token that was signed with the key, even one that is expired. */
    Optional<Jwt> read(String token) {
        return Jwt.read(token).filter(jwt -> jwt.isSignedBy(key));
    }
}
