package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Headers;
import java.util.regex.Pattern;

/**
 * One of the two names of the stand-in: the server's address with {@value LoginServer#PATH}, and the address alone for clients
 * that are told nothing else. A client holds the issuer against the address that it asked (OpenID Connect Discovery section 4.3).
 *
 * @param id the claim {@code iss}
 * @param base what the addresses of its endpoints begin with
 */
record Issuer(String id, String base) {
    static final String OF_SERVER = LoginServer.PATH + "/root";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._\\[\\]:-]+");

    /** The one that a request for this path means; the address is the one that the client used. */
    static Issuer of(String scheme, Headers headers, String path) {
        String origin = origin(scheme, headers);
        return path.equals(OF_SERVER) || path.startsWith(OF_SERVER + "/") || !path.startsWith(LoginServer.PATH)
                ? new Issuer(origin, origin + OF_SERVER)
                : new Issuer(origin + LoginServer.PATH, origin + LoginServer.PATH);
    }

    /** What a token may name as its issuer. */
    static boolean isOwn(String named, String scheme, Headers headers) {
        return named.endsWith(LoginServer.PATH) || named.equals(origin(scheme, headers));
    }

    private static String origin(String scheme, Headers headers) {
        String host = headers.first("Host")
                .filter(name -> HOST.matcher(name).matches())
                .orElse("localhost");
        return scheme + "://" + host;
    }
}
