package dev.countersign.mock.pact;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SecurityScheme;
import java.util.Locale;
import java.util.stream.Stream;

/** Where an operation's credentials are, and what stands in a pact in their place; a real provider's are given to its run. */
record PactCredentials(Contract contract, Operation operation) {
    static final String KEY = "sample-key";

    private static final String TOKEN = "sample-token";
    /** {@code sample:sample} in Base64 (RFC 7617). */
    private static final String BASIC = "c2FtcGxlOnNhbXBsZQ==";

    /** Whether a parameter, header field or cookie is an API key. */
    boolean isKey(Parameter.In in, String name) {
        return schemes()
                .anyMatch(scheme -> scheme instanceof SecurityScheme.ApiKey key
                        && key.in() == in
                        && (in == Parameter.In.HEADER
                                ? key.name().equalsIgnoreCase(name)
                                : key.name().equals(name)));
    }

    /** Whether {@code Authorization} is a credential of the operation. */
    boolean isAuthorized() {
        return schemes()
                .anyMatch(scheme ->
                        !(scheme instanceof SecurityScheme.ApiKey) && !(scheme instanceof SecurityScheme.MutualTls));
    }

    /** The same kind of authorization without the secret. */
    static String masked(String authorization) {
        String scheme = authorization.strip().split(" ", 2)[0];
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "bearer" -> "Bearer " + TOKEN;
            case "basic" -> "Basic " + BASIC;
            default -> scheme + " sample";
        };
    }

    private Stream<SecurityScheme> schemes() {
        return operation.security().stream()
                .flatMap(requirement -> requirement.schemes().keySet().stream())
                .flatMap(name -> Stream.ofNullable(contract.securitySchemes().get(name)));
    }
}
