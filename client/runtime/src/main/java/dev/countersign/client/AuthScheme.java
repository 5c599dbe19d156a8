package dev.countersign.client;

import java.util.Optional;

/**
 * A security scheme of the contract.
 *
 * @param kind how the credential is shown
 * @param place where it travels
 * @param name the name of the header, query parameter or cookie; {@code Authorization} for the others
 * @param tokenUrl where the tokens of OAuth 2 come from; may be relative to the server's URL
 */
public record AuthScheme(Kind kind, Place place, String name, Optional<String> tokenUrl) {

    /** A scheme whose credentials the contract does not say where to get. */
    public AuthScheme(Kind kind, Place place, String name) {
        this(kind, place, name, Optional.empty());
    }

    /** How a credential is shown. */
    public enum Kind {
        BEARER,
        BASIC,
        API_KEY
    }

    /** Where a credential travels. */
    public enum Place {
        HEADER,
        QUERY,
        COOKIE
    }

    /** A bearer token (RFC 6750). */
    public static AuthScheme bearer() {
        return new AuthScheme(Kind.BEARER, Place.HEADER, "Authorization");
    }

    /** A bearer token of OAuth 2 (RFC 6749). */
    public static AuthScheme oauth2(String tokenUrl) {
        return new AuthScheme(Kind.BEARER, Place.HEADER, "Authorization", Optional.of(tokenUrl));
    }

    /** A user's name and password (RFC 7617). */
    public static AuthScheme basic() {
        return new AuthScheme(Kind.BASIC, Place.HEADER, "Authorization");
    }

    /** A key in a place of its own. */
    public static AuthScheme apiKey(Place place, String name) {
        return new AuthScheme(Kind.API_KEY, place, name);
    }
}
