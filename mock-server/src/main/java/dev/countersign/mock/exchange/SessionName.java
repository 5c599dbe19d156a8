package dev.countersign.mock.exchange;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The session that a request belongs to, by a header or a cookie of the name {@value #FIELD}: what one test does to the mock
 * is not seen by others that run beside it.
 */
public final class SessionName {
    /** The header and the cookie. */
    public static final String FIELD = "Mock-Session";

    /** The session of all requests that name none. */
    public static final String SHARED = "";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private SessionName() {}

    /** The name in a request's header fields; {@link #SHARED} without one, and for one that cannot be a name. */
    public static String of(Headers headers) {
        return headers.first(FIELD)
                .or(() -> cookie(headers))
                .filter(text -> NAME.matcher(text).matches())
                .orElse(SHARED);
    }

    private static Optional<String> cookie(Headers headers) {
        return Pair.cookies(headers).stream()
                .filter(pair -> pair.name().equals(FIELD))
                .map(Pair::raw)
                .findFirst();
    }
}
