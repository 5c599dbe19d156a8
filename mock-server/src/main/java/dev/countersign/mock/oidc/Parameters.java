package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request to one of the endpoints, as its query or its form has them. Some are secrets. */
final class Parameters {
    /** What a client may send; some of it is kept. */
    private static final int LONGEST = 16_384;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> repeated = new HashSet<>();

    private Parameters(String encoded) {
        if (encoded.length() > LONGEST) {
            throw OAuthException.invalidRequest("The request is longer than " + LONGEST + " characters.");
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                String name = PercentEncoding.decodeForm(pair.substring(0, equals));
                if (values.putIfAbsent(name, PercentEncoding.decodeForm(pair.substring(equals + 1))) != null) {
                    repeated.add(name);
                }
            }
        }
    }

    static Parameters ofQuery(MockRequest request) {
        return new Parameters(request.query());
    }

    /**
     * Those of a form.
     *
     * @throws OAuthException when the body is none
     */
    static Parameters ofForm(MockRequest request) {
        String type = request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.equals(FORM) && !type.startsWith(FORM + ";")) {
            throw OAuthException.invalidRequest("Send the parameters in the body, as " + FORM + ".");
        }
        return new Parameters(new String(request.body(), StandardCharsets.UTF_8));
    }

    /** Those of the query, or with POST those of the form. */
    static Parameters of(MockRequest request) {
        return request.method().equals("POST") ? ofForm(request) : ofQuery(request);
    }

    /** What a parameter says; empty when it is not there, or says nothing (RFC 6749 section 3.1). */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * What a parameter says that has to be there.
     *
     * @throws OAuthException when it is not
     */
    String required(String name) {
        return get(name).orElseThrow(() -> OAuthException.invalidRequest("The parameter " + name + " is missing."));
    }

    /**
     * Goes on when no parameter stands there twice (RFC 6749 section 3.1), of those that have a meaning.
     *
     * @throws OAuthException when one does
     */
    void refuseRepeated(Set<String> known) {
        for (String name : known) {
            if (repeated.contains(name)) {
                throw OAuthException.invalidRequest("The parameter " + name + " stands there more than once.");
            }
        }
    }

    /** As a query; what was sent twice is there once. */
    String encoded() {
        return encoded(values);
    }

    static String encoded(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
