package dev.countersign.mock.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Access tokens (RFC 9068) and ID tokens (OpenID Connect Core section 2).
 *
 * @param signer signs them
 * @param lifetime how long they live
 */
record Tokens(TokenSigner signer, Duration lifetime) {
    private static final String ACCESS = "at+jwt";

    /** The answer that tokens come in (RFC 6749 section 5.1), for a client that asks in its own name. */
    ObjectNode forClient(Issuer issuer, String client, Set<String> scopes) {
        return response(access(issuer, client, client, scopes), scopes);
    }

    /**
     * The same for a user's client.
     *
     * @param nonce goes into the first ID token of a grant, and into no other
     * @param refreshToken for new tokens later on
     */
    ObjectNode forUser(Issuer issuer, Grant grant, Set<String> scopes, Optional<String> nonce, String refreshToken) {
        ObjectNode claims =
                access(issuer, grant.client(), subject(grant.session().user()), scopes);
        claims.put("preferred_username", grant.session().user());
        claims.put("sid", grant.session().id()).put("grant", grant.id());
        ObjectNode response = response(claims, scopes);
        response.put("refresh_token", refreshToken);
        if (scopes.contains("openid")) {
            response.put(
                    "id_token",
                    id(
                            issuer,
                            grant,
                            scopes,
                            nonce,
                            response.path("access_token").asString()));
        }
        return response;
    }

    private ObjectNode response(ObjectNode claims, Set<String> scopes) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("access_token", signer.sign(ACCESS, claims, lifetime));
        response.put("token_type", "Bearer");
        response.put("expires_in", lifetime.toSeconds());
        response.put("scope", String.join(" ", scopes));
        return response;
    }

    private static ObjectNode access(Issuer issuer, String client, String subject, Set<String> scopes) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", issuer.id()).put("sub", subject).put("aud", "mock").put("client_id", client);
        return claims.put("scope", String.join(" ", scopes));
    }

    private String id(Issuer issuer, Grant grant, Set<String> scopes, Optional<String> nonce, String accessToken) {
        ObjectNode claims = user(grant.session().user(), scopes);
        claims.put("iss", issuer.id())
                .put("aud", grant.client())
                .put("sid", grant.session().id());
        claims.put("auth_time", grant.session().since().getEpochSecond()).put("at_hash", hash(accessToken));
        nonce.ifPresent(value -> claims.put("nonce", value));
        return signer.sign(claims, lifetime);
    }

    /** Left half of the token's hash (OpenID Connect Core section 3.1.3.6). */
    private static String hash(String accessToken) {
        byte[] digest = sha256(accessToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What scopes let a client know of a user (OpenID Connect Core section 5.4). */
    static ObjectNode user(String name, Set<String> scopes) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("sub", subject(name));
        if (scopes.contains("profile")) {
            claims.put("name", name).put("preferred_username", name);
        }
        if (scopes.contains("email")) {
            claims.put("email", name.contains("@") ? name : subject(name).replace(' ', '.') + "@example.com");
            claims.put("email_verified", true);
        }
        return claims;
    }

    /** The name where it can be one: a subject is ASCII (OpenID Connect Core section 2). */
    static String subject(String name) {
        return name.chars().allMatch(c -> c < 0x7f)
                ? name
                : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** An access token of ours that is not expired; an ID token is none. */
    Optional<Jwt> access(String token) {
        return signer.read(token)
                .filter(jwt -> jwt.header().path("typ").asString("").equals(ACCESS))
                .filter(jwt -> !jwt.isExpired(signer.clock().instant()));
    }
}
