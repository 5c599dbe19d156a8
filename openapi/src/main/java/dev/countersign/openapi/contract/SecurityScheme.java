package dev.countersign.openapi.contract;

import java.util.Optional;

/** A security scheme (OAS 3.1 section 4.8.27). */
public sealed interface SecurityScheme {
    /**
     * A key in a header, query parameter or cookie.
     *
     * @param name the header, parameter or cookie name
     * @param in never {@link Parameter.In#PATH}
     */
    record ApiKey(String name, Parameter.In in) implements SecurityScheme {}

    /**
     * HTTP authentication (RFC 9110 section 11).
     *
     * @param scheme the scheme's name in lower case, for instance {@code basic} or {@code bearer}
     */
    record Http(String scheme) implements SecurityScheme {}

    /**
     * OAuth 2; carried as a bearer token (RFC 6750).
     *
     * @param tokenUrl where a client gets tokens with its own credentials, else with those of a user
     */
    record OAuth2(Optional<String> tokenUrl) implements SecurityScheme {}

    /** OpenID Connect; carried as a bearer token. */
    record OpenIdConnect() implements SecurityScheme {}

    /** Mutual TLS, which a mock without TLS cannot check. */
    record MutualTls() implements SecurityScheme {}
}
