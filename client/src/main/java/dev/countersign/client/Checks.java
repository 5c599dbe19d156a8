package dev.countersign.client;

import java.net.URI;
import java.time.Duration;

/** What callers may configure. */
final class Checks {
    private Checks() {}

    static Duration positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, was " + value);
        }
        return value;
    }

    /** The base of every request's address, without a slash at its end. */
    static URI baseUrl(String text) {
        URI url;
        try {
            url = URI.create(text.strip().replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("baseUrl is not a URL; give one such as http://localhost:4010");
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "baseUrl must begin with http:// or https:// and name a host; give one such as"
                            + " http://localhost:4010");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "baseUrl must have no user, query or fragment; give credentials through the builder");
        }
        return url;
    }
}
