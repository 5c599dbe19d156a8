package dev.countersign.mock.state;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.SessionName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What every session remembers. Lives as long as the server, through changes of the document. Bounded: beyond {@value #MOST} the
 * session that was longest without a request is forgotten. Thread-safe.
 */
public final class States {
    private static final int MOST = 100;

    private final SessionState shared = new SessionState();
    private final Map<String, SessionState> named = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SessionState> eldest) {
            return size() > MOST;
        }
    };

    /** The state of the session that a request's header fields name. */
    public SessionState of(Headers headers) {
        return of(SessionName.of(headers));
    }

    private SessionState of(String name) {
        return name.equals(SessionName.SHARED) ? shared : named(name);
    }

    private synchronized SessionState named(String name) {
        return named.computeIfAbsent(name, unknown -> new SessionState());
    }

    /**
     * What a session remembers, as JSON that {@link #load} takes. It may hold secrets: whatever was sent is in it.
     *
     * @param name the session; {@link SessionName#SHARED} for the one that all share
     */
    public JsonNode save(String name) {
        SessionState session = of(name);
        synchronized (session) {
            return StateJson.of(session);
        }
    }

    /**
     * Lets a session remember what was saved, and nothing else.
     *
     * @return what is wrong with it, in one sentence; empty when it was taken. The session is as before when something is wrong
     */
    public Optional<String> load(String name, JsonNode saved) {
        Optional<String> fault = StateJson.fault(saved);
        if (fault.isPresent()) {
            return fault;
        }
        SessionState session = of(name);
        synchronized (session) {
            session.clear();
            StateJson.read(saved, session);
            session.bound();
        }
        return Optional.empty();
    }

    /** Lets a session begin anew. */
    public void clear(String name) {
        SessionState session = of(name);
        synchronized (session) {
            session.clear();
        }
    }
}
