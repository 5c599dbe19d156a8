package dev.countersign.client;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What callers may configure. */
final class Checks {
    private Checks() {}

    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must not be null");
        }
        return value;
    }

    static Duration positive(String name, Duration value) {
        given(name, value);
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, was " + value);
        }
        return value;
    }

    /** Where calls go: to the server, if one is given, which may be relative to the base URL. */
    static URI target(@Nullable URI baseUrl, @Nullable Server server) {
        if (server != null) {
            String url = server.url();
            if (url.contains("://")) {
                return url("the URL of the server", url);
            }
            if (baseUrl == null) {
                throw new IllegalStateException("the server " + url
                        + " is relative; call baseUrl(\"http://localhost:4010\") too, against which it is resolved");
            }
            return url("the URL of the server", relative(baseUrl, url));
        }
        if (baseUrl == null) {
            throw new IllegalStateException("baseUrl is missing; call baseUrl(\"http://localhost:4010\") for instance");
        }
        return baseUrl;
    }

    /** Where tokens come from, which may be relative to the base URL. */
    static String tokenUrl(@Nullable URI baseUrl, String url) {
        if (url.contains("://")) {
            return url;
        }
        if (baseUrl == null) {
            throw new IllegalStateException("the contract's tokenUrl " + url + " is relative; call baseUrl first");
        }
        return relative(baseUrl, url);
    }

    private static String relative(URI baseUrl, String url) {
        try {
            return URI.create(baseUrl + "/").resolve(url).toString();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    /** The base of every request's address, without a slash at its end. */
    static URI baseUrl(String text) {
        return url("baseUrl", text);
    }

    /** An address that is given under this name. */
    static URI baseUrl(String name, String text) {
        return url(name, given(name, text));
    }

    private static URI url(String what, String text) {
        URI url;
        try {
            url = URI.create(text.strip().replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " is not a URL; give one such as http://localhost:4010");
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException(
                    what + " must begin with http:// or https:// and name a host; give one such as"
                            + " http://localhost:4010");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    what + " must have no user, query or fragment; give credentials through the builder");
        }
        return url;
    }
}
