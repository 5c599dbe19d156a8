package dev.countersign.mock.oidc;

import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Web Token in its compact form (RFC 7519, RFC 7515 section 7.1). It is a credential, and never shown.
 *
 * @param header says how it is signed
 * @param claims what it says; not verified by being read
 * @param content what is signed
 * @param signature in Base64url
 */
record Jwt(JsonNode header, JsonNode claims, String content, String signature) {
    private static final int LONGEST = 16_384;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final JsonFactory JSON = new JsonFactory();

    /** Signs claims. */
    static Jwt signed(ObjectNode header, ObjectNode claims, SigningKey key) {
        String content =
                ENCODER.encodeToString(JsonTree.bytes(header)) + "." + ENCODER.encodeToString(JsonTree.bytes(claims));
        String signature = ENCODER.encodeToString(key.sign(content.getBytes(StandardCharsets.US_ASCII)));
        return new Jwt(header, claims, content, signature);
    }

    /** Reads a token, whoever signed it; empty when it is none. */
    static Optional<Jwt> read(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first <= 0 || second < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        JsonNode header = json(token.substring(0, first));
        JsonNode claims = json(token.substring(first + 1, second));
        return header.isObject() && claims.isObject()
                ? Optional.of(new Jwt(header, claims, token.substring(0, second), token.substring(second + 1)))
                : Optional.empty();
    }

    private static JsonNode json(String part) {
        try (JsonParser parser = JSON.createParser(
                ObjectReadContext.empty(), Base64.getUrlDecoder().decode(part))) {
            return JsonTree.readUnique(parser);
        } catch (IllegalArgumentException | JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Whether the key has signed it; any other algorithm than the key's is none (RFC 8725 section 3.1). */
    boolean isSignedBy(SigningKey key) {
        if (!header.path("alg").asString("").equals("RS256") || header.has("crit")) {
            return false;
        }
        try {
            byte[] claimed = Base64.getUrlDecoder().decode(signature);
            return key.hasSigned(content.getBytes(StandardCharsets.US_ASCII), claimed);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Whether its time is over; a token that names no time never ends. */
    boolean isExpired(Instant now) {
        return claims.path("exp").isNumber()
                && now.getEpochSecond() >= claims.path("exp").asLong();
    }

    /** A claim's text; empty when there is none. */
    String claim(String name) {
        return claims.path(name).asString("");
    }

    String compact() {
        return content + "." + signature;
    }

    /** Not the token: it is a secret. */
    @Override
    public String toString() {
        return "a JSON Web Token";
    }
}
