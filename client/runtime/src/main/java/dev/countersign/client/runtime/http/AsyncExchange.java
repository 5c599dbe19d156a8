package dev.countersign.client.runtime.http;

import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.Deadline;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A request whose answer no thread waits for. */
@SuppressWarnings("FutureReturnValueIgnored") // The result tells how each ended.
final class AsyncExchange {
    private final Answer answer;
    private final Deadline deadline;
    private final CompletableFuture<ReceivedResponse> result = new CompletableFuture<>();
    private @Nullable Runnable abort;

    private AsyncExchange(Answer answer, Deadline deadline) {
        this.answer = answer;
        this.deadline = deadline;
    }

    /** Sends a request. What is cancelled in the result would otherwise run on, so that it is given up. */
    static CompletableFuture<ReceivedResponse> begin(
            HttpClient client, PreparedRequest request, Receiver receiver, Answer answer, Deadline deadline) {
        AsyncExchange exchange = new AsyncExchange(answer, deadline);
        CompletableFuture<HttpResponse<IncomingBody>> sent = client.sendAsync(request, receiver);
        exchange.running(() -> sent.cancel(true));
        sent.whenComplete((response, error) -> {
            Throwable origin = origin(error);
            if (origin != null && FailureReason.isSurplus(origin)) {
                exchange.again(client, request, receiver);
            } else {
                exchange.headersCame(response, origin);
            }
        });
        exchange.result.whenComplete((response, error) -> exchange.giveUp());
        return exchange.result;
    }

    private void again(HttpClient client, PreparedRequest request, Receiver receiver) {
        CompletableFuture<HttpResponse<IncomingBody>> sent = client.sendAsync(request.overHttp1(), receiver);
        running(() -> sent.cancel(true));
        sent.whenComplete((response, error) -> headersCame(response, origin(error)));
    }

    private void headersCame(@Nullable HttpResponse<IncomingBody> response, @Nullable Throwable error) {
        if (response == null) {
            end(null, error);
        } else if (response.body() instanceof HeldBody body) {
            running(() -> body.stop(new TransportFailure(Kind.CANCELLED, "the call was cancelled", null)));
            body.arriving(deadline).whenComplete((content, broken) -> end(content, origin(broken)));
        } else if (response.body() instanceof LiveBody body) {
            // What comes from now on is the caller's own.
            running(() -> {});
            if (!result.complete(answer.live(body))) {
                body.stop();
            }
        } else {
            fail(answer.refusedByProxy(response.statusCode()));
        }
    }

    private void end(byte @Nullable [] content, @Nullable Throwable error) {
        try {
            result.complete(
                    content == null
                            ? answer.brokenOff(error == null ? new IOException() : error)
                            : answer.with(content));
        } catch (TransportFailure e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void fail(TransportFailure failure) {
        result.completeExceptionally(failure.of(answer.operation()));
    }

    private synchronized void running(Runnable stop) {
        abort = stop;
        if (result.isDone()) {
            stop.run();
        }
    }

    private synchronized void giveUp() {
        if (abort != null) {
            abort.run();
        }
    }

    private static @Nullable Throwable origin(@Nullable Throwable error) {
        Throwable cause = error == null ? null : error.getCause();
        return error instanceof CompletionException && cause != null ? cause : error;
    }
}
