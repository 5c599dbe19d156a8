package dev.countersign.mock.server;

import java.util.List;

/**
 * Which pages may call (Fetch standard, section 3.2).
 *
 * @param enabled whether any may
 * @param origins the origins that may, for instance {@code http://localhost:3000} or {@code http://localhost:*}; any when empty
 * @param credentials whether pages of any origin may send cookies and the like; those of named origins always may
 */
public record CorsPolicy(boolean enabled, List<String> origins, boolean credentials) {
    /** The answers have no fields of their own for pages, and preflight requests are requests like any other. */
    public static final CorsPolicy OFF = new CorsPolicy(false, List.of(), false);

    /** Any page with all it has: right where nothing but examples can be had. */
    public static final CorsPolicy ANY_WITH_CREDENTIALS = new CorsPolicy(true, List.of(), true);

    /** Any page without credentials: right where a real server answers. */
    public static final CorsPolicy ANY = new CorsPolicy(true, List.of(), false);

    public CorsPolicy {
        origins = List.copyOf(origins);
    }

    /** These origins only, with credentials. */
    public static CorsPolicy only(List<String> origins) {
        return new CorsPolicy(true, origins, true);
    }
}
