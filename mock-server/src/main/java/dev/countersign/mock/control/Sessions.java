package dev.countersign.mock.control;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.SessionName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sessions by name. Bounded: beyond {@value #MOST} the one that was longest without a request is forgotten. Thread-safe. */
final class Sessions {
    private static final int MOST = 100;

    private final Session shared = new Session(SessionName.SHARED);
    private final Map<String, Session> named = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    /** The session of a request; a name that cannot be one means the shared session. */
    Session of(Headers headers) {
        String name = SessionName.of(headers);
        return name.equals(SessionName.SHARED) ? shared : named(name);
    }

    private synchronized Session named(String name) {
        return named.computeIfAbsent(name, Session::new);
    }
}
