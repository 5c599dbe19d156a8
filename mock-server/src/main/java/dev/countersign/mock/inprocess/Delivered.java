package dev.countersign.mock.inprocess;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.exchange.Spoilt;
import dev.countersign.mock.explain.Explanation;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** An answer of the mock on its way to the client: late, or not as it should be, where the mock says so. */
final class Delivered<T> {
    private final HttpRequest request;
    private final BodyHandler<T> handler;

    Delivered(HttpRequest request, BodyHandler<T> handler) {
        this.request = request;
        this.handler = handler;
    }

    CompletableFuture<HttpResponse<T>> answer(Explanation exchange) {
        Delivery delivery = exchange.preference().map(Preference::delivery).orElse(Delivery.PLAIN);
        Duration delay = delivery.delay()
                .map(each -> each.next(ThreadLocalRandom.current()))
                .orElse(Duration.ZERO);
        Optional<Duration> timeout = request.timeout();
        boolean hangs = delivery.fault().filter(Fault.HANG::equals).isPresent();
        if (timeout.isPresent() && (hangs || delay.compareTo(timeout.get()) >= 0)) {
            return after(timeout.get()).thenCompose(nothing -> failed(new HttpTimeoutException("request timed out")));
        }
        if (hangs) {
            return new CompletableFuture<>();
        }
        return after(delay).thenCompose(nothing -> delivered(exchange.reply(), delivery.fault()));
    }

    private static CompletableFuture<?> after(Duration delay) {
        if (delay.isZero()) {
            return CompletableFuture.completedFuture(null);
        }
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, later);
    }

    private static <R> CompletableFuture<R> failed(IOException failure) {
        return CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<HttpResponse<T>> delivered(MockResponse answer, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return read(answer, Optional.empty());
        }
        return switch (fault.get()) {
            case RESET -> failed(new SocketException("Connection reset"));
            case CLOSE, HANG -> failed(new EOFException("EOF reached while reading"));
            case TRUNCATED -> read(answer, Optional.of(new EOFException("EOF reached while reading")));
            case EMPTY -> read(Spoilt.empty(answer), Optional.empty());
            case MALFORMED -> read(Spoilt.malformed(answer), Optional.empty());
            case WRONG_TYPE -> read(Spoilt.ofAnotherType(answer), Optional.empty());
        };
    }

    private CompletableFuture<HttpResponse<T>> read(MockResponse answer, Optional<IOException> breaksOff) {
        boolean bodiless = request.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
        byte[] body = bodiless ? new byte[0] : answer.body();
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers()
                .forEach(field -> fields.computeIfAbsent(field.name(), name -> new ArrayList<>())
                        .add(field.value()));
        fields.put("Content-Length", List.of(String.valueOf(answer.body().length)));
        Head head = new Head(answer.status(), HttpHeaders.of(fields, (name, value) -> true), Version.HTTP_1_1);
        HttpResponse.BodySubscriber<T> reader = handler.apply(head);
        reader.onSubscribe(new ReceivedBody(reader, body, breaksOff));
        return reader.getBody().toCompletableFuture().thenApply(value -> new InProcessResponse<>(request, head, value));
    }

    /** What comes before the body. */
    record Head(int statusCode, HttpHeaders headers, Version version) implements HttpResponse.ResponseInfo {}
}
