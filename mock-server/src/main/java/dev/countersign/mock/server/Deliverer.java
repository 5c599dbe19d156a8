package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.exchange.Spoilt;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** Delivers one answer late, in pieces, or not as it should be. Waits without a thread. */
final class Deliverer {
    private static final long PIECE_MILLIS = 50;
    private static final Duration LONGEST_HANG = Duration.ofMinutes(10);

    private final HttpReply reply;
    private final MockResponse answer;
    private final Delivery delivery;

    Deliverer(HttpReply reply, MockResponse answer, Delivery delivery) {
        this.reply = reply;
        this.answer = answer;
        this.delivery = delivery;
    }

    void begin() {
        Duration delay = delivery.delay()
                .map(each -> each.next(ThreadLocalRandom.current()))
                .orElse(Duration.ZERO);
        if (delay.isZero()) {
            deliver();
        } else {
            after(delay.toMillis(), this::deliver);
        }
    }

    private void after(long millis, Runnable task) {
        reply.request().getComponents().getScheduler().schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    private void deliver() {
        if (delivery.fault().isPresent()) {
            fail(delivery.fault().get());
        } else if (delivery.drip().isZero() || !hasContent()) {
            reply.send(answer);
        } else {
            drip();
        }
    }

    private boolean hasContent() {
        return answer.body().length > 0
                && !reply.request().getMethod().equals("HEAD")
                && answer.status() != 204
                && answer.status() != 304;
    }

    private void fail(Fault fault) {
        switch (fault) {
            case EMPTY -> reply.send(Spoilt.empty(answer));
            case MALFORMED -> reply.send(Spoilt.malformed(answer));
            case WRONG_TYPE -> reply.send(Spoilt.ofAnotherType(answer));
            case TRUNCATED -> truncate();
            case RESET -> end(true);
            case CLOSE -> end(false);
            case HANG -> after(LONGEST_HANG.toMillis(), () -> end(false));
        }
    }

    private void truncate() {
        if (!hasContent()) {
            end(false);
            return;
        }
        head();
        byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
        Callback cut = Callback.from(() -> reply.callback().failed(new EOFException("truncated")), this::failed);
        reply.response().write(false, ByteBuffer.wrap(half), cut);
    }

    private void head() {
        reply.writer().head(answer, reply.request(), reply.response());
        reply.response().getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    }

    private void end(boolean reset) {
        EndPoint client =
                reply.request().getConnectionMetaData().getConnection().getEndPoint();
        if (reset && client.getTransport() instanceof SocketChannel socket) {
            try {
                // Closing then resets the connection in place of ending it in good order.
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException gone) {
                // Then there is nothing to reset.
            }
        }
        client.close();
        reply.callback().failed(new EOFException("closed on purpose"));
    }

    private void drip() {
        head();
        long pieces = Math.max(2, delivery.drip().toMillis() / PIECE_MILLIS);
        int length = (int) Math.max(1, (answer.body().length + pieces - 1) / pieces);
        int count = (answer.body().length + length - 1) / length;
        drip(0, length, delivery.drip().toMillis() / Math.max(1, count));
    }

    private void drip(int from, int length, long pause) {
        int to = Math.min(answer.body().length, from + length);
        boolean last = to == answer.body().length;
        ByteBuffer piece = ByteBuffer.wrap(answer.body(), from, to - from);
        Callback written = last
                ? reply.callback()
                : Callback.from(() -> after(pause, () -> drip(to, length, pause)), this::failed);
        reply.response().write(last, piece, written);
    }

    private void failed(Throwable failure) {
        reply.callback().failed(failure);
    }
}
