package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SecurityScheme;
import java.util.Optional;

/** What the runtime calls a security scheme. */
final class SecurityNames {
    private SecurityNames() {}

    /** Whether the runtime can show a scheme's credential. */
    static boolean isShown(Contract contract, String name) {
        SecurityScheme scheme = contract.securitySchemes().get(name);
        return scheme != null && expression(scheme).isPresent();
    }

    /** The expression that makes it; absent for one that a client cannot show in a request. */
    static Optional<String> expression(SecurityScheme scheme) {
        if (scheme instanceof SecurityScheme.ApiKey key) {
            return Optional.of(
                    "AuthScheme.apiKey(AuthScheme.Place." + key.in() + ", " + JavaText.literal(key.name()) + ")");
        }
        if (scheme instanceof SecurityScheme.Http http) {
            return switch (http.scheme()) {
                case "bearer" -> Optional.of("AuthScheme.bearer()");
                case "basic" -> Optional.of("AuthScheme.basic()");
                default -> Optional.empty();
            };
        }
        if (scheme instanceof SecurityScheme.OAuth2 oauth) {
            return Optional.of("AuthScheme."
                    + oauth.tokenUrl()
                            .map(url -> "oauth2(" + JavaText.literal(url) + ")")
                            .orElse("bearer()"));
        }
        return scheme instanceof SecurityScheme.MutualTls ? Optional.empty() : Optional.of("AuthScheme.bearer()");
    }
}
