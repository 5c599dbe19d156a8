package dev.countersign.client.runtime;

import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.RequestOptions;
import feign.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its arguments to the wire. It travels through Feign as the options of the request, because Feign would
 * parse, split and encode again an address that was written exactly as the contract's styles demand.
 *
 * <p>Not thread-safe: made, filled and sent by one thread.
 */
public final class Call extends Request.Options {
    private static final ParameterText IN_PATH = new ParameterText(PercentEncoding::encode);
    private static final ParameterText RESERVED = new ParameterText(text -> PercentEncoding.encode(text, true));
    private static final ParameterText PLAIN = new ParameterText(text -> text);

    private final Operation<?> operation;
    private final RequestOptions options;
    private final Map<String, String> pathValues = new LinkedHashMap<>();
    private final List<String> query = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Payload payload;
    private @Nullable Download download;
    private @Nullable URI base;
    private Deadline deadline = Deadline.never();
    private boolean async;
    private @Nullable CompletableFuture<ReceivedResponse> answer;

    /** Begins a call. */
    public Call(Operation<?> operation, RequestOptions options) {
        super(1, TimeUnit.SECONDS, 1, TimeUnit.SECONDS, false);
        this.operation = operation;
        this.options = options;
    }

    /** A path parameter. */
    public Call path(String name, Style style, boolean explode, Object value) {
        String text = IN_PATH.inline(name, style, explode, value);
        // A segment of dots only would be a step through the path, not a value.
        pathValues.put(name, text.equals(".") || text.equals("..") ? text.replace(".", "%2E") : text);
        return this;
    }

    /** A query parameter; left out when null. */
    public Call query(String name, Style style, boolean explode, boolean allowReserved, @Nullable Object value) {
        if (value != null) {
            query.addAll((allowReserved ? RESERVED : IN_PATH).pairs(name, style, explode, value));
        }
        return this;
    }

    /** A header parameter; left out when null. */
    public Call header(String name, Style style, boolean explode, @Nullable Object value) {
        if (value != null) {
            headers.put(name, PLAIN.inline(name, style, explode, value));
        }
        return this;
    }

    /** A cookie; left out when null. */
    public Call cookie(String name, Style style, boolean explode, @Nullable Object value) {
        if (value != null) {
            cookies.addAll(IN_PATH.pairs(name, style, explode, value));
        }
        return this;
    }

    /** The body; none when null. */
    public Call body(@Nullable Payload body) {
        payload = body;
        return this;
    }

    /** Puts the body of a successful answer into a file. */
    Call into(Download place) {
        download = place;
        return this;
    }

    @Nullable Download download() {
        return download;
    }

    Call to(URI server) {
        base = server;
        return this;
    }

    /** What the path is appended to. */
    URI base() {
        if (base == null) {
            throw new IllegalStateException("the call goes nowhere yet");
        }
        return base;
    }

    Call within(Deadline whole) {
        deadline = whole;
        return this;
    }

    /** Nobody will wait for the answer. */
    Call async() {
        async = true;
        return this;
    }

    boolean isAsync() {
        return async;
    }

    /** Keeps the answer of the last attempt, which Feign has no place for. */
    void answer(CompletableFuture<ReceivedResponse> coming) {
        answer = coming;
    }

    /** The answer of the last attempt: there already, or coming when the call is asynchronous. */
    CompletableFuture<ReceivedResponse> answer() {
        if (answer == null) {
            throw new IllegalStateException("the call has not been sent");
        }
        return answer;
    }

    Operation<?> operation() {
        return operation;
    }

    RequestOptions options() {
        return options;
    }

    Deadline deadline() {
        return deadline;
    }

    @Nullable Payload payload() {
        return payload;
    }

    /** The path and query, percent-encoded. */
    String target() {
        String path = operation.path().expand(pathValues);
        // Some documents write a query into the path to tell operations apart.
        String separator = path.indexOf('?') < 0 ? "?" : "&";
        return query.isEmpty() ? path : path + separator + String.join("&", query);
    }

    /** The header fields of this call, with its cookies in one. */
    Map<String, String> headers() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (!cookies.isEmpty()) {
            all.put("Cookie", String.join("; ", cookies));
        }
        return all;
    }
}
