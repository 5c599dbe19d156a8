package dev.countersign.verify.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands between a client and a server, adds headers that are no business of the client, and remembers what the server
 * said beside its answer. For one call at a time.
 */
public final class Relay implements AutoCloseable {
    /** What belongs to one connection (RFC 9110 section 7.6.1), or is set by the HTTP client itself. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile URI target;
    private final HttpServer server;
    private volatile Map<String, String> added = Map.of();
    private volatile Optional<UnaryOperator<Answer>> change = Optional.empty();
    private volatile Optional<UnaryOperator<Request>> requestChange = Optional.empty();
    private volatile boolean changed;
    private volatile Optional<Answer> answered = Optional.empty();

    /**
     * What the server answered.
     *
     * @param headers the headers; names compare without case
     * @param text the body as text, before any {@link #changing}
     */
    public record Answer(int status, HttpHeaders headers, String text) {
        /** The same with another text. */
        public Answer withText(String other) {
            return new Answer(status, headers, other);
        }

        /** The same with another status. */
        public Answer withStatus(int other) {
            return new Answer(other, headers, text);
        }

        /** The same without these headers. */
        public Answer without(Set<String> names) {
            return new Answer(
                    status,
                    HttpHeaders.of(
                            headers.map(), (name, value) -> names.stream().noneMatch(name::equalsIgnoreCase)),
                    text);
        }

        /** The same with only this header. */
        public Answer withContentType(String type) {
            return new Answer(
                    status, HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true), text);
        }
    }

    /**
     * What the client sends.
     *
     * @param target path and query
     * @param headers values by name
     * @param text the body as text
     */
    public record Request(String method, String target, Map<String, List<String>> headers, String text) {}

    /** Starts a relay on a free port. */
    public Relay(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for a relay to " + target, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::relay);
        server.start();
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Passes on to another server from now on. */
    public void to(URI other) {
        target = other;
    }

    /** Adds these headers to every request from now on, in place of those before. */
    public void adding(Map<String, String> headers) {
        added = Map.copyOf(headers);
        answered = Optional.empty();
    }

    /**
     * Changes every answer from now on, which is how a server that breaks the contract is played.
     */
    public void changing(UnaryOperator<Answer> answer) {
        change = Optional.of(answer);
    }

    /**
     * Changes every request from now on, which is how a client that breaks the contract is played.
     */
    public void changingRequests(UnaryOperator<Request> request) {
        requestChange = Optional.of(request);
    }

    /** Whether anything has been changed so far, and not just passed on. */
    public boolean hasChanged() {
        return changed;
    }

    /** Passes every answer on as it is, from now on. */
    public void unchanged() {
        change = Optional.empty();
    }

    /** The last answer since {@link #adding}; absent when there was no call, or the server did not answer. */
    public Optional<Answer> answered() {
        return answered;
    }

    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> response = client.send(outgoing(exchange), BodyHandlers.ofByteArray());
            answered = Optional.of(new Answer(
                    response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8)));
            if (change.isPresent()) {
                Answer other = change.get().apply(answered.get());
                changed |= !other.equals(answered.get());
                pass(exchange, other);
            } else {
                pass(exchange, response.statusCode(), response.headers(), response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(HttpExchange exchange, Answer answer) throws IOException {
        pass(exchange, answer.status(), answer.headers(), answer.text().getBytes(StandardCharsets.UTF_8));
    }

    private static void pass(HttpExchange exchange, int status, HttpHeaders headers, byte[] body) throws IOException {
        headers.map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpRequest outgoing(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Request sent = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8));
        if (requestChange.isPresent()) {
            Request other = requestChange.get().apply(sent);
            changed |= !other.equals(sent);
            body = other.text().equals(sent.text()) ? body : other.text().getBytes(StandardCharsets.UTF_8);
            sent = other;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + sent.target()))
                .method(sent.method(), body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        sent.headers().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        added.forEach(request::setHeader);
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
