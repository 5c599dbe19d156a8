package dev.countersign.mock.delivery;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.exchange.SessionName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the requests of each client. Bounded: beyond {@value #MOST} clients the one that was longest without a request begins anew.
 * Thread-safe.
 */
public final class RateLimiter {
    private static final int MOST = 1_000;

    private final RateLimit limit;
    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST;
        }
    };

    /** One that has counted nothing yet. */
    public RateLimiter(RateLimit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    private record Window(Instant end, int requests) {}

    /**
     * What is left to a client.
     *
     * @param remaining how many more requests it may send; negative when this one was too many
     * @param rest until it may send as many as at first
     */
    public record Quota(RateLimit limit, int remaining, Duration rest) {
        /** Whether the request was too many. */
        public boolean isExceeded() {
            return remaining < 0;
        }

        /** A response with the fields in place of those of the same names. */
        public MockResponse in(MockResponse response) {
            List<Header> own = headers();
            List<Header> fields = new ArrayList<>(response.headers());
            fields.removeIf(field -> own.stream().anyMatch(each -> each.name().equalsIgnoreCase(field.name())));
            fields.addAll(own);
            return new MockResponse(response.status(), fields, response.body());
        }

        /** The fields of draft-ietf-httpapi-ratelimit-headers-10, and for one that has to wait RFC 9110 section 10.2.3. */
        List<Header> headers() {
            long seconds = Math.max(1, (rest.toMillis() + 999) / 1_000);
            String policy =
                    "\"mock\";q=" + limit.requests() + ";w=" + limit.window().toSeconds();
            String left = "\"mock\";r=" + Math.max(0, remaining) + ";t=" + seconds;
            List<Header> fields = List.of(new Header("RateLimit-Policy", policy), new Header("RateLimit", left));
            return isExceeded()
                    ? List.of(fields.get(0), fields.get(1), new Header("Retry-After", Long.toString(seconds)))
                    : fields;
        }
    }

    /** Counts a request of a client, known by session and credentials, up to the first that is too many. */
    public synchronized Quota count(Headers headers) {
        Instant now = clock.instant();
        String client =
                SessionName.of(headers) + " " + headers.first("Authorization").orElse("");
        Window window = windows.get(client);
        Window next = window == null || !now.isBefore(window.end)
                ? new Window(now.plus(limit.window()), 1)
                : new Window(window.end, Math.min(window.requests + 1, limit.requests() + 1));
        windows.put(client, next);
        return new Quota(limit, limit.requests() - next.requests, Duration.between(now, next.end));
    }
}
