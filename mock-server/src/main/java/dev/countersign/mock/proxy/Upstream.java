package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.exchange.Pieces;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** The real server behind a proxy. Thread-safe. */
final class Upstream implements AutoCloseable {
    /** In bytes, of an answer's head. */
    static final int LONGEST_HEAD = 256 * 1024;

    /** Methods whose requests say that they have no content; with others its absence says so (RFC 9110 section 8.6). */
    private static final Set<String> EXPECTED_CONTENT = Set.of("POST", "PUT", "PATCH");

    /** RFC 9110 section 7.6.3. */
    private static final Header VIA = new Header("Via", "1.1 countersign");

    private final HttpClient client;
    private final URI base;
    private final long timeoutMillis;

    Upstream(ProxySettings settings) {
        this.client = UpstreamClient.start(settings);
        this.base = URI.create(settings.upstream().toString().replaceFirst("/+$", ""));
        this.timeoutMillis = settings.timeout().toMillis();
    }

    /**
     * Passes a request on. Exactly one of the two is called with the outcome.
     *
     * @param onAnswer takes the head of the answer, and the body that is still to come
     */
    void forward(MockRequest request, Consumer<UpstreamAnswer> onAnswer, Consumer<UpstreamFailure> onFailure) {
        Exchange exchange = new Exchange(onAnswer, onFailure);
        Request outgoing = outgoing(request);
        // The head alone has to come in time: a body may be an endless stream.
        exchange.deadline = client.getScheduler().schedule(() -> late(outgoing), timeoutMillis, TimeUnit.MILLISECONDS);
        outgoing.onResponseContentSource(exchange::answered).send(result -> {
            if (result.isFailed()) {
                exchange.failed(result.getFailure());
            }
        });
    }

    private static void late(Request outgoing) {
        CompletableFuture<Boolean> unused = outgoing.abort(new TimeoutException());
    }

    /** Does something later, unless the proxy is closed before or the task is cancelled, which is due as soon as it is not needed. */
    Scheduler.Task after(long millis, Runnable task) {
        return client.getScheduler().schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    private Request outgoing(MockRequest request) {
        String target = request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
        Request outgoing = request(target).method(request.method());
        List<Header> fields = ForwardedFields.ofRequest(request.headers().fields());
        outgoing.headers(all -> {
            fields.forEach(field -> all.add(field.name(), field.value()));
            all.add(VIA.name(), VIA.value());
        });
        if (request.body().length > 0 || EXPECTED_CONTENT.contains(request.method())) {
            outgoing.body(new ByteBufferRequestContent((String) null, Pieces.of(request.body())));
        }
        return outgoing;
    }

    /** A target that is no URI, such as one with a brace, is passed on as it stands. */
    private Request request(String target) {
        try {
            return client.newRequest(URI.create(base + target));
        } catch (IllegalArgumentException notAUri) {
            String path = base.getRawPath() == null ? "" : base.getRawPath();
            return client.newRequest(base).path(path + target);
        }
    }

    private static MockResponse head(Response response) {
        HttpFields fields = response.getHeaders();
        List<Header> all = fields.stream()
                .map(field -> new Header(field.getName(), field.getValue() == null ? "" : field.getValue()))
                .toList();
        return new MockResponse(response.getStatus(), ForwardedFields.ofAnswer(all), new byte[0]);
    }

    @Override
    public void close() {
        UpstreamClient.stop(client);
    }

    /** One request on its way; the answer's head and a failure exclude each other. */
    private static final class Exchange {
        private final Consumer<UpstreamAnswer> onAnswer;
        private final Consumer<UpstreamFailure> onFailure;
        private volatile Scheduler.@Nullable Task deadline;
        private boolean answered;

        Exchange(Consumer<UpstreamAnswer> onAnswer, Consumer<UpstreamFailure> onFailure) {
            this.onAnswer = onAnswer;
            this.onFailure = onFailure;
        }

        void answered(Response response, Content.Source body) {
            Scheduler.@Nullable Task task = deadline;
            if (task != null) {
                task.cancel();
            }
            if (first()) {
                try {
                    onAnswer.accept(new UpstreamAnswer(head(response), body));
                } catch (RuntimeException | StackOverflowError e) {
                    body.fail(e);
                    onFailure.accept(UpstreamFailure.of(e));
                }
            }
        }

        void failed(Throwable failure) {
            Scheduler.@Nullable Task task = deadline;
            if (task != null) {
                task.cancel();
            }
            if (first()) {
                onFailure.accept(UpstreamFailure.of(failure));
            }
        }

        private synchronized boolean first() {
            boolean first = !answered;
            answered = true;
            return first;
        }
    }
}
