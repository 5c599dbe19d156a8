package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SecurityRequirement;
import dev.countersign.openapi.contract.SecurityScheme;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stand-ins for the secrets that an operation demands. They open a mock server, which looks at the form of a credential
 * only; a real provider's are given to its run.
 *
 * @param secrets what a client is given, by the scheme's name; empty where a client cannot show all that is demanded, and
 *     has to be given header fields instead
 * @param headers values by header name
 * @param query values by query parameter
 * @param cookies values by cookie name
 */
public record Credentials(
        Map<String, String> secrets,
        Map<String, String> headers,
        Map<String, String> query,
        Map<String, String> cookies) {
    private static final String KEY = "sample-key";
    private static final String TOKEN = "sample-token";
    /** {@code sample:sample} in Base64 (RFC 7617). */
    private static final String BASIC = "c2FtcGxlOnNhbXBsZQ==";

    /** For an operation that demands nothing. */
    static final Credentials NONE = new Credentials(Map.of(), Map.of(), Map.of(), Map.of());

    public Credentials {
        secrets = Map.copyOf(secrets);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        cookies = Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
    }

    /** Whether nothing is demanded. */
    public boolean isEmpty() {
        return headers.isEmpty() && query.isEmpty() && cookies.isEmpty();
    }

    /** The header fields for a client that has no word for what is demanded; empty for any other. */
    public Map<String, String> asHeaders() {
        if (!secrets.isEmpty()) {
            return Map.of();
        }
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

    /**
     * The alternative that demands nothing where there is one, else the first of which a client can show everything, else
     * the first.
     */
    static Credentials of(Contract contract, Operation operation) {
        List<SecurityRequirement> alternatives = operation.security();
        if (alternatives.isEmpty()
                || alternatives.stream().anyMatch(each -> each.schemes().isEmpty())) {
            return NONE;
        }
        SecurityRequirement shown = alternatives.stream()
                .filter(each -> isShown(contract, each))
                .findFirst()
                .orElse(alternatives.get(0));
        Map<String, String> secrets = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, String> cookies = new LinkedHashMap<>();
        boolean byName = isShown(contract, shown);
        for (String name : shown.schemes().keySet()) {
            Optional.ofNullable(contract.securitySchemes().get(name)).ifPresent(scheme -> {
                if (scheme instanceof SecurityScheme.ApiKey key) {
                    place(key.in(), headers, query, cookies).put(key.name(), KEY);
                } else if (!(scheme instanceof SecurityScheme.MutualTls)) {
                    headers.put("Authorization", authorization(scheme));
                }
                if (byName) {
                    secrets.put(name, secret(scheme));
                }
            });
        }
        return new Credentials(secrets, headers, query, cookies);
    }

    /** Whether every alternative asks for two values of {@code Authorization}, of which a request has but one. */
    static boolean clash(Contract contract, Operation operation) {
        return !operation.security().isEmpty()
                && operation.security().stream().allMatch(each -> authorizations(contract, each) > 1);
    }

    private static long authorizations(Contract contract, SecurityRequirement requirement) {
        return schemes(contract, requirement)
                .filter(scheme ->
                        !(scheme instanceof SecurityScheme.ApiKey || scheme instanceof SecurityScheme.MutualTls))
                .count();
    }

    private static Stream<SecurityScheme> schemes(Contract contract, SecurityRequirement requirement) {
        return requirement.schemes().keySet().stream()
                .flatMap(name -> Stream.ofNullable(contract.securitySchemes().get(name)));
    }

    /** Whether a client can show everything that an alternative asks for: it has one header field for a token or a password. */
    private static boolean isShown(Contract contract, SecurityRequirement requirement) {
        return authorizations(contract, requirement) <= 1
                && schemes(contract, requirement).allMatch(Credentials::isShown);
    }

    /** Whether a client has a word for the scheme. */
    private static boolean isShown(SecurityScheme scheme) {
        return scheme instanceof SecurityScheme.Http http
                ? http.scheme().equals("bearer") || http.scheme().equals("basic")
                : !(scheme instanceof SecurityScheme.MutualTls);
    }

    private static String secret(SecurityScheme scheme) {
        if (scheme instanceof SecurityScheme.ApiKey) {
            return KEY;
        }
        return scheme instanceof SecurityScheme.Http http && http.scheme().equals("basic") ? BASIC : TOKEN;
    }

    private static String authorization(SecurityScheme scheme) {
        String name = scheme instanceof SecurityScheme.Http http ? http.scheme() : "bearer";
        return switch (name) {
            case "bearer" -> "Bearer " + TOKEN;
            case "basic" -> "Basic " + BASIC;
            default -> name + " sample";
        };
    }

    private static Map<String, String> place(
            Parameter.In in, Map<String, String> headers, Map<String, String> query, Map<String, String> cookies) {
        return switch (in) {
            case QUERY -> query;
            case COOKIE -> cookies;
            case HEADER, PATH -> headers;
        };
    }

    /** Where they are, and nothing of them. */
    @Override
    public String toString() {
        return "Credentials[headers=" + headers.keySet() + ", query=" + query.keySet() + ", cookies=" + cookies.keySet()
                + "]";
    }
}
