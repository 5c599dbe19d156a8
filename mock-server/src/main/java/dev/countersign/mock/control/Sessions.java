package dev.countersign.mock.control;

import dev.countersign.mock.exchange.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sessions by name. Bounded: beyond {@value #MOST} the one that was longest without a request is forgotten. Thread-safe. */
final class Sessions {
    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Session shared = new Session("");
    private final Map<String, Session> named = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    /** The session of a request; a name that cannot be one means the shared session. */
    Session of(Headers headers) {
        Optional<String> name = headers.first(Session.FIELD).or(() -> cookie(headers));
        return name.filter(text -> NAME.matcher(text).matches())
                .map(this::named)
                .orElse(shared);
    }

    private synchronized Session named(String name) {
        return named.computeIfAbsent(name, Session::new);
    }

    /** The pairs of a Cookie field are separated by a semicolon (RFC 6265 section 4.2.1). */
    private static Optional<String> cookie(Headers headers) {
        for (String field : headers.all("Cookie")) {
            for (String pair : field.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(Session.FIELD)) {
                    return Optional.of(pair.substring(equals + 1).strip());
                }
            }
        }
        return Optional.empty();
    }
}
