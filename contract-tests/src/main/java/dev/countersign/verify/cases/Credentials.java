package dev.countersign.verify.cases;

import dev.countersign.openapi.Contract;
import dev.countersign.openapi.Operation;
import dev.countersign.openapi.Parameter;
import dev.countersign.openapi.SecurityRequirement;
import dev.countersign.openapi.SecurityScheme;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stand-ins for the secrets that an operation demands. They open a mock server, which looks at the form of a credential
 * only; a real provider's are given to its run as headers.
 *
 * @param headers values by header name
 * @param query values by query parameter; they are no part of what the client sends, and are added on the way
 * @param cookies values by cookie name
 */
public record Credentials(Map<String, String> headers, Map<String, String> query, Map<String, String> cookies) {
    private static final String KEY = "sample-key";
    private static final String BEARER = "Bearer sample-token";
    /** {@code sample:sample} in Base64 (RFC 7617). */
    private static final String BASIC = "Basic c2FtcGxlOnNhbXBsZQ==";

    /** For an operation that demands nothing. */
    static final Credentials NONE = new Credentials(Map.of(), Map.of(), Map.of());

    public Credentials {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        cookies = Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
    }

    /** What a client is given to send with every request. */
    public Map<String, String> asHeaders() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (!cookies.isEmpty()) {
            all.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return all;
    }

    /** The alternative that demands nothing where there is one, else the first. */
    static Credentials of(Contract contract, Operation operation) {
        List<SecurityRequirement> alternatives = operation.security();
        boolean open = alternatives.stream().anyMatch(each -> each.schemes().isEmpty());
        if (open || alternatives.isEmpty()) {
            return NONE;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String name : alternatives.get(0).schemes().keySet()) {
            Optional.ofNullable(contract.securitySchemes().get(name)).ifPresent(scheme -> {
                if (scheme instanceof SecurityScheme.ApiKey key) {
                    place(key.in(), headers, query, cookies).put(key.name(), KEY);
                } else if (scheme instanceof SecurityScheme.Http http) {
                    headers.put("Authorization", authorization(http.scheme()));
                } else if (!(scheme instanceof SecurityScheme.MutualTls)) {
                    headers.put("Authorization", BEARER);
                }
            });
        }
        return new Credentials(headers, query, cookies);
    }

    private static Map<String, String> place(
            Parameter.In in, Map<String, String> headers, Map<String, String> query, Map<String, String> cookies) {
        return switch (in) {
            case QUERY -> query;
            case COOKIE -> cookies;
            case HEADER, PATH -> headers;
        };
    }

    private static String authorization(String scheme) {
        return switch (scheme) {
            case "bearer" -> BEARER;
            case "basic" -> BASIC;
            default -> scheme + " sample";
        };
    }

    /** Where they are, and nothing of them. */
    @Override
    public String toString() {
        return "Credentials[headers=" + headers.keySet() + ", query=" + query.keySet() + ", cookies=" + cookies.keySet()
                + "]";
    }
}
