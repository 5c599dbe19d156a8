package dev.countersign.client.runtime.call;

import dev.countersign.client.ApiException;
import dev.countersign.client.ApiResponse;
import dev.countersign.client.DecodingException;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.ServerTemplate;
import dev.countersign.client.runtime.json.JsonReading;
import dev.countersign.client.runtime.json.JsonType;
import dev.countersign.client.runtime.json.MisfitException;
import dev.countersign.client.runtime.parameter.PathTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says about one operation. Immutable and thread-safe.
 *
 * @param <T> what it returns
 */
public final class Operation<T> {
    private final String name;
    private final String method;
    private final boolean idempotent;
    private final Optional<String> idempotencyKey;
    private final PathTemplate path;
    private final String accept;
    private final Map<String, Decoding<? extends T>> successes;
    private final Map<String, Failure> failures;
    private final List<Set<String>> security;
    private final List<ServerTemplate> servers;

    @FunctionalInterface
    private interface Failure {
        ApiException read(ReceivedResponse response, JsonReading reading) throws MisfitException;
    }

    private Operation(Builder<T> builder) {
        this.name = builder.method + " " + builder.path;
        this.method = builder.method;
        this.idempotent = builder.idempotent;
        this.idempotencyKey = builder.idempotencyKey;
        this.path = new PathTemplate(builder.requestPath);
        this.accept = builder.accept;
        this.successes = new LinkedHashMap<>(builder.successes);
        this.failures = new LinkedHashMap<>(builder.failures);
        this.security = List.copyOf(builder.security);
        this.servers = List.copyOf(builder.servers);
    }

    /** Begins an operation. */
    public static <T> Builder<T> of(String method, String path) {
        return new Builder<>(method, path);
    }

    /** The method and path template, which is how messages call the operation. */
    public String name() {
        return name;
    }

    public String method() {
        return method;
    }

    /**
     * Whether sending the call again does no harm, whatever its method, because the contract says so, or because it has a key
     * by which the server knows it again.
     */
    public boolean isIdempotent() {
        return idempotent || idempotencyKey.isPresent();
    }

    /** The header for a key by which the server knows a call that is sent again. */
    Optional<String> idempotencyKey() {
        return idempotencyKey;
    }

    PathTemplate path() {
        return path;
    }

    public String accept() {
        return accept;
    }

    /** The alternatives of schemes of which one must be met; empty when the operation needs no authentication. */
    public List<Set<String>> security() {
        return security;
    }

    /** The servers of its own, where they are not the contract's; else empty. */
    public List<ServerTemplate> servers() {
        return servers;
    }

    /**
     * Reads an answer: by its status, else by its status's range, else by the default.
     *
     * @param reading how JSON is read
     */
    public ApiResponse<T> read(ReceivedResponse response, JsonReading reading) {
        Decoding<? extends T> success = success(response.status());
        return success == null
                ? ApiResponse.failure(response, failure(response, reading))
                : ApiResponse.success(response, decode(response, success, reading));
    }

    private @Nullable Decoding<? extends T> success(int status) {
        Decoding<? extends T> success = status < 400 ? row(successes, status) : null;
        // A success that the contract does not name is read like one that it does.
        return success == null && status >= 200 && status < 300 && !successes.isEmpty()
                ? successes.values().iterator().next()
                : success;
    }

    /** Whether the body of an answer of this status is handed out while it comes. */
    public boolean streams(int status) {
        return status / 100 == 2 && success(status) instanceof StreamDecoding<?>;
    }

    private @Nullable T decode(ReceivedResponse response, Decoding<? extends T> decoding, JsonReading reading) {
        if (response.damage().isPresent() && response.content().length > 0) {
            throw new DecodingException(response, response.damage().get());
        }
        try {
            return decoding.read(response, reading);
        } catch (MisfitException e) {
            throw new DecodingException(response, e.what());
        }
    }

    /** The documented error; the plain one where its body cannot be read, because the status must not be lost. */
    private ApiException failure(ReceivedResponse response, JsonReading reading) {
        Failure failure = row(failures, response.status());
        try {
            return failure == null ? new ApiException(response) : failure.read(response, reading);
        } catch (MisfitException e) {
            return new ApiException(response);
        }
    }

    private static <V> @Nullable V row(Map<String, V> rows, int status) {
        V exact = rows.get(String.valueOf(status));
        if (exact != null) {
            return exact;
        }
        V range = rows.get(status / 100 + "XX");
        return range == null ? rows.get("default") : range;
    }

    /** Collects what the contract says. */
    public static final class Builder<T> {
        private final String method;
        private final String path;
        private String requestPath;
        private String accept = "*/*";
        private boolean idempotent;
        private Optional<String> idempotencyKey = Optional.empty();
        private final Map<String, Decoding<? extends T>> successes = new LinkedHashMap<>();
        private final Map<String, Failure> failures = new LinkedHashMap<>();
        private final List<Set<String>> security = new ArrayList<>();
        private final List<ServerTemplate> servers = new ArrayList<>();

        private Builder(String method, String path) {
            this.method = method;
            this.path = path;
            this.requestPath = path;
        }

        /** The path template that requests have, where the contract's own has a fragment, which does not travel. */
        public Builder<T> at(String template) {
            requestPath = template;
            return this;
        }

        /** The media types that the documented answers have; empty for any. */
        public Builder<T> accept(String mediaTypes) {
            accept = mediaTypes.isEmpty() ? "*/*" : mediaTypes;
            return this;
        }

        /** The contract says that sending the call again does no harm. */
        public Builder<T> idempotent() {
            idempotent = true;
            return this;
        }

        /** A call has a key of its own in this header, the same each time that it is sent. */
        public Builder<T> idempotencyKey(String header) {
            idempotencyKey = Optional.of(header);
            return this;
        }

        /** An answer that is returned. */
        public Builder<T> success(String status, Decoding<? extends T> decoding) {
            successes.put(status, decoding);
            return this;
        }

        /** An answer that is thrown with its typed body. */
        public <E> Builder<T> failure(
                String status, JsonType<E> type, BiFunction<ReceivedResponse, E, ? extends ApiException> exception) {
            Decoding<E> decoding = Decoding.json(type);
            failures.put(status, (response, reading) -> {
                E body = decoding.read(response, reading);
                return body == null ? new ApiException(response) : exception.apply(response, body);
            });
            return this;
        }

        /** An answer that is thrown without a typed body. */
        public Builder<T> failure(String status) {
            failures.put(status, (response, reading) -> new ApiException(response));
            return this;
        }

        /** One alternative of the security that is required; without any scheme, the one that needs none. */
        public Builder<T> security(String... schemes) {
            security.add(Set.of(schemes));
            return this;
        }

        /** One more server that the operation has for itself. */
        public Builder<T> server(ServerTemplate own) {
            servers.add(own);
            return this;
        }

        public Operation<T> build() {
            return new Operation<>(this);
        }
    }
}
