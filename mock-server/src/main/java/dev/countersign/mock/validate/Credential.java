package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Pair;
import dev.countersign.mock.exchange.QuotedText;
import dev.countersign.openapi.contract.SecurityScheme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks whether a request carries what a scheme demands. A mock knows no accounts: any well-formed credential will do. */
sealed interface Credential {
    boolean isPresent(RawRequest request);

    /** The scopes that are needed and that a credential which is there says that it does not have. */
    default List<String> lackingScopes(RawRequest request) {
        return List.of();
    }

    /** The bearer token that it is; empty when it is something else. */
    default Optional<String> bearerToken(RawRequest request) {
        return Optional.empty();
    }

    /** What a client without it is asked for, as one challenge (RFC 9110 section 11.6.1). */
    String challenge();

    /** What to send, for a human. */
    String instruction();

    static Credential of(String schemeName, Optional<SecurityScheme> scheme, List<String> scopes) {
        if (scheme.isEmpty()) {
            return new Unchecked();
        }
        SecurityScheme known = scheme.get();
        if (known instanceof SecurityScheme.ApiKey key) {
            return new Key(schemeName, key);
        }
        if (known instanceof SecurityScheme.Http http) {
            return new Authorization(http.scheme(), List.of());
        }
        return known instanceof SecurityScheme.MutualTls ? new Unchecked() : new Authorization("bearer", scopes);
    }

    /** Cannot be seen in a request: mutual TLS, or a scheme that the document does not define. */
    record Unchecked() implements Credential {
        @Override
        public boolean isPresent(RawRequest request) {
            return true;
        }

        @Override
        public String challenge() {
            return "";
        }

        @Override
        public String instruction() {
            return "";
        }
    }

    /** An API key. */
    record Key(String schemeName, SecurityScheme.ApiKey key) implements Credential {
        @Override
        public boolean isPresent(RawRequest request) {
            return switch (key.in()) {
                case HEADER ->
                    request.headers()
                            .first(key.name())
                            .filter(value -> !value.isEmpty())
                            .isPresent();
                case QUERY -> isAmong(request.query());
                case COOKIE -> isAmong(request.cookies());
                case PATH -> true;
            };
        }

        private boolean isAmong(List<Pair> pairs) {
            return pairs.stream()
                    .anyMatch(pair ->
                            pair.name().equals(key.name()) && !pair.raw().isEmpty());
        }

        @Override
        public String challenge() {
            return "ApiKey realm=\"" + quoted(schemeName) + "\", name=\"" + quoted(key.name()) + "\", in=\"" + place()
                    + "\"";
        }

        private static String quoted(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"");
        }

        @Override
        public String instruction() {
            return "the API key \"" + key.name() + "\" (" + place() + ")";
        }

        private String place() {
            return key.in().name().toLowerCase(Locale.ROOT);
        }
    }

    /** The field {@code Authorization} with a scheme, its name without regard to case, and the scopes of its token. */
    record Authorization(String scheme, List<String> scopes) implements Credential {
        @Override
        public boolean isPresent(RawRequest request) {
            String token = token(request);
            return !token.isEmpty() && (!scheme.equals("basic") || isBasic(token));
        }

        @Override
        public List<String> lackingScopes(RawRequest request) {
            if (scopes.isEmpty()) {
                return List.of();
            }
            Optional<Set<String>> granted = TokenScopes.of(token(request));
            return granted.isEmpty()
                    ? List.of()
                    : scopes.stream()
                            .filter(scope -> !granted.get().contains(scope))
                            .toList();
        }

        @Override
        public Optional<String> bearerToken(RawRequest request) {
            return scheme.equals("bearer") ? Optional.of(token(request)) : Optional.empty();
        }

        private String token(RawRequest request) {
            Optional<String> field = request.headers().first("Authorization");
            if (field.isEmpty()) {
                return "";
            }
            String first = token(field.get());
            return first.isEmpty() || first.indexOf(',') >= 0 ? among(request) : first;
        }

        private String token(String value) {
            int space = value.indexOf(' ');
            boolean named = space == scheme.length() && value.regionMatches(true, 0, scheme, 0, space);
            return named ? value.substring(space + 1).strip() : "";
        }

        /**
         * Two schemes that must both be met have one field between them, which is defined for one (RFC 9110 section 11.6.2):
         * each may come in a field of its own, or in a list.
         */
        private String among(RawRequest request) {
            for (String field : request.headers().all("Authorization")) {
                for (String part : QuotedText.split(field, ',')) {
                    String token = token(part);
                    if (!token.isEmpty()) {
                        return token;
                    }
                }
            }
            return "";
        }

        /** User and password with a colon between them, in Base64 (RFC 7617 section 2). */
        private static boolean isBasic(String token) {
            try {
                byte[] decoded = Base64.getDecoder().decode(token);
                return new String(decoded, StandardCharsets.UTF_8).indexOf(':') >= 0;
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }

        @Override
        public String challenge() {
            String name =
                    scheme.isEmpty() ? "Bearer" : scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1);
            String needed = scopes.isEmpty()
                    ? ""
                    : ", scope=\"" + String.join(" ", scopes).replace("\"", "") + "\"";
            return name + " realm=\"mock\"" + needed;
        }

        @Override
        public String instruction() {
            return "the header Authorization with the scheme " + scheme;
        }
    }
}
