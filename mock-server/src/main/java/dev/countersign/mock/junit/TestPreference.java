package dev.countersign.mock.junit;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a test prefers where its requests say nothing. It is put into their query, in which it is the weaker, and which no
 * parameter of the contract can mistake for its own.
 *
 * @param query the query parameters
 */
record TestPreference(String query) {
    /** Reads a preference as it is written in the header {@code Prefer}. */
    static TestPreference of(String text) {
        Preference preference = Preference.of(MockRequest.of("GET", "/", List.of(new Header("Prefer", text)), ""));
        if (preference.equals(Preference.NONE) || !preference.ignored().isEmpty()) {
            throw new IllegalArgumentException(
                    "The preference \"" + text + "\" says nothing that the mock knows. Write, for"
                            + " instance, \"code=404\", \"example=name\", \"dynamic=true, seed=1\" or \"delay=2s, fault=reset\".");
        }
        StringBuilder query = new StringBuilder();
        preference.code().ifPresent(code -> append(query, "code", code));
        preference.example().ifPresent(example -> append(query, "example", example));
        preference.dynamic().ifPresent(dynamic -> append(query, "dynamic", dynamic.toString()));
        preference.seed().ifPresent(seed -> append(query, "seed", Long.toString(seed)));
        if (preference.explain()) {
            append(query, "explain", "true");
        }
        preference.delivery().delay().ifPresent(delay -> append(query, "delay", delay.toString()));
        if (!preference.delivery().drip().isZero()) {
            append(query, "drip", preference.delivery().drip().toMillis() + "ms");
        }
        preference.delivery().fault().ifPresent(fault -> append(query, "fault", fault.label()));
        return new TestPreference(query.toString());
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(MockRequest.RESERVED_PREFIX)
                .append(URLEncoder.encode(name + "=" + value, StandardCharsets.UTF_8)
                        .replaceFirst("%3D", "="));
    }

    MockRequest addTo(MockRequest request) {
        String longer = request.query().isEmpty() ? query : request.query() + "&" + query;
        return new MockRequest(request.method(), request.path(), longer, request.headers(), request.body());
    }
}
