package dev.countersign.client.runtime.call;

import dev.countersign.client.Headers;
import dev.countersign.client.RequestOptions;
import dev.countersign.client.runtime.body.Payload;
import dev.countersign.client.runtime.parameter.ParameterText;
import dev.countersign.client.runtime.parameter.Style;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one call sends: the values of its parameters, written as the contract's styles demand, and its body. Immutable. */
public final class ApiRequest {
    private final Operation<?> operation;
    private final RequestOptions options;
    private final URI base;
    private final Map<String, String> pathValues;
    private final String path;
    private final List<String> query;
    private final List<String> cookies;
    private final Map<String, String> headers;
    private final @Nullable Payload payload;

    private ApiRequest(Builder builder) {
        this.operation = builder.operation;
        this.options = builder.options;
        this.base = builder.base;
        this.pathValues = builder.pathValues;
        this.path = builder.path == null ? operation.path().expand(pathValues) : builder.path;
        this.query = builder.query;
        this.cookies = builder.cookies;
        this.headers = builder.headers;
        this.payload = builder.payload;
    }

    /** Begins with everything that this one holds. */
    public Builder toBuilder() {
        return toBuilder(operation);
    }

    /** The same for an operation that takes the same and is answered in another way. */
    public ApiRequest as(Operation<?> other) {
        return toBuilder(other).build();
    }

    private Builder toBuilder(Operation<?> other) {
        Builder builder = new Builder(other, options, base);
        builder.pathValues.putAll(pathValues);
        builder.query.addAll(query);
        builder.cookies.addAll(cookies);
        builder.headers.putAll(headers);
        builder.payload = payload;
        builder.path = path;
        return builder;
    }

    /** The value of a query parameter, decoded; the first, where there are several. */
    public Optional<String> queryValue(String name) {
        String prefix = Builder.queryName(name);
        return query.stream()
                .filter(pair -> pair.startsWith(prefix))
                .map(pair -> URLDecoder.decode(pair.substring(prefix.length()), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** Another call, which differs in one query parameter. */
    public ApiRequest withQueryValue(String name, String value) {
        return another().onlyQuery(name, value).build();
    }

    /**
     * Another call, to an address that an answer to this one links to (RFC 3986 section 5).
     *
     * @throws IllegalArgumentException when that is at another server, which must not get this one's credentials
     */
    public ApiRequest at(URI link) {
        URI here = URI.create(base + target());
        boolean samePath = link.getScheme() == null && link.getRawAuthority() == null && "".equals(link.getRawPath());
        // java.net.URI resolves a mere query as RFC 2396 did, which dropped the last segment.
        URI there = samePath ? link : here.resolve(link);
        if (!samePath && !origin(there).equals(origin(here))) {
            throw new IllegalArgumentException("the link leads to another server");
        }
        Builder builder = another();
        builder.base = URI.create(here.getScheme() + "://" + here.getRawAuthority());
        builder.path = samePath ? here.getRawPath() : there.getRawPath();
        builder.query.clear();
        if (there.getRawQuery() != null) {
            builder.query.addAll(List.of(there.getRawQuery().split("&", -1)));
        }
        return builder.build();
    }

    /** What must be the same for two addresses to be of one server (RFC 6454 section 4). */
    private static List<Object> origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost() == null ? String.valueOf(address.getRawAuthority()) : address.getHost();
        int usual = scheme.equals("https") ? 443 : 80;
        return List.of(scheme, host.toLowerCase(Locale.ROOT), address.getPort() < 0 ? usual : address.getPort());
    }

    /** It gets an idempotency key of its own. */
    private Builder another() {
        Builder builder = toBuilder();
        operation.idempotencyKey().ifPresent(builder.headers::remove);
        return builder;
    }

    /** What the contract says about the call. */
    public Operation<?> operation() {
        return operation;
    }

    /** What the caller wants to be different for this call. */
    public RequestOptions options() {
        return options;
    }

    /** What the path is appended to. */
    public URI base() {
        return base;
    }

    /** The body; null when there is none. */
    public @Nullable Payload payload() {
        return payload;
    }

    /** The path and query, percent-encoded. */
    public String target() {
        // Some documents write a query into the path to tell operations apart.
        String separator = path.indexOf('?') < 0 ? "?" : "&";
        return query.isEmpty() ? path : path + separator + String.join("&", query);
    }

    /** The header fields of this call, with its cookies in one. */
    public Map<String, String> headers() {
        if (cookies.isEmpty()) {
            return Collections.unmodifiableMap(headers);
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Cookie", String.join("; ", cookies));
        return all;
    }

    /** Collects the values. Made, filled and built once, by one thread. */
    public static final class Builder {
        private static final ParameterText IN_PATH = new ParameterText(ParameterText.Octets.ENCODED);
        private static final ParameterText RESERVED = new ParameterText(ParameterText.Octets.ENCODED_BUT_RESERVED);
        private static final ParameterText PLAIN = new ParameterText(ParameterText.Octets.PLAIN);

        private final Operation<?> operation;
        private final RequestOptions options;
        private URI base;
        private @Nullable String path;
        private final Map<String, String> pathValues = new LinkedHashMap<>();
        private final List<String> query = new ArrayList<>();
        private final List<String> cookies = new ArrayList<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable Payload payload;

        /**
         * Begins a request.
         *
         * @param base what the path is appended to
         */
        public Builder(Operation<?> operation, RequestOptions options, URI base) {
            this.operation = operation;
            this.options = options;
            this.base = base;
        }

        /**
         * A path parameter.
         *
         * @throws IllegalArgumentException when it is null
         */
        public Builder path(String name, Style style, boolean explode, @Nullable Object value) {
            pathValues.put(name, IN_PATH.inline(name, style, explode, given("path parameter " + name, value)));
            return this;
        }

        /** A query parameter; left out when null. */
        public Builder query(String name, Style style, boolean explode, boolean allowReserved, @Nullable Object value) {
            if (value != null) {
                query.addAll((allowReserved ? RESERVED : IN_PATH).pairs(name, style, explode, value));
            }
            return this;
        }

        /** A query parameter, in place of any of that name which is there already. */
        public Builder onlyQuery(String name, String value) {
            String prefix = queryName(name);
            query.removeIf(pair -> pair.startsWith(prefix));
            return query(name, Style.FORM, true, false, value);
        }

        private static String queryName(String name) {
            return IN_PATH.pairs(name, Style.FORM, true, "").get(0);
        }

        /**
         * A query parameter that must be given.
         *
         * @throws IllegalArgumentException when it is null
         */
        public Builder requiredQuery(
                String name, Style style, boolean explode, boolean allowReserved, @Nullable Object value) {
            return query(name, style, explode, allowReserved, given("query parameter " + name, value));
        }

        /** A header parameter; left out when null. */
        public Builder header(String name, Style style, boolean explode, @Nullable Object value) {
            if (value != null) {
                headers.put(name, Headers.valid(name, PLAIN.inline(name, style, explode, value)));
            }
            return this;
        }

        /**
         * A header parameter that must be given.
         *
         * @throws IllegalArgumentException when it is null
         */
        public Builder requiredHeader(String name, Style style, boolean explode, @Nullable Object value) {
            return header(name, style, explode, given("header " + name, value));
        }

        /** A cookie; left out when null. */
        public Builder cookie(String name, Style style, boolean explode, @Nullable Object value) {
            if (value != null) {
                cookies.addAll(IN_PATH.pairs(name, style, explode, value));
            }
            return this;
        }

        /**
         * A cookie that must be given.
         *
         * @throws IllegalArgumentException when it is null
         */
        public Builder requiredCookie(String name, Style style, boolean explode, @Nullable Object value) {
            return cookie(name, style, explode, given("cookie " + name, value));
        }

        /**
         * A body that must be given.
         *
         * @throws IllegalArgumentException when it is null
         */
        public Builder requiredBody(@Nullable Payload body) {
            return body(given("body", body));
        }

        /** The body; none when null. */
        public Builder body(@Nullable Payload body) {
            payload = body;
            return this;
        }

        /**
         * The request.
         *
         * @throws IllegalArgumentException when a path parameter is a segment that no server could tell from another path
         */
        public ApiRequest build() {
            operation.idempotencyKey().ifPresent(this::key);
            return new ApiRequest(this);
        }

        /** Made once for a call, and kept however often it is sent; the caller's own wins. */
        private void key(String header) {
            boolean own = Stream.of(headers, options.headers())
                    .flatMap(fields -> fields.keySet().stream())
                    .anyMatch(header::equalsIgnoreCase);
            if (!own) {
                headers.put(header, UUID.randomUUID().toString());
            }
        }

        private <T> T given(String what, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException(operation.name() + " needs the " + what + ", which is null");
            }
            return value;
        }
    }
}
