package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** Delivers one answer late, in pieces, or not as it should be. Waits without a thread. */
final class Deliverer {
    private static final long PIECE_MILLIS = 50;
    private static final Duration LONGEST_HANG = Duration.ofMinutes(10);
    private static final byte[] NOT_WHAT_IT_SAYS = "{\"<malformed".getBytes(StandardCharsets.US_ASCII);

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
            case EMPTY -> reply.send(withBody(new byte[0]));
            case MALFORMED -> reply.send(withBody(malformed(answer.body())));
            case WRONG_TYPE -> reply.send(ofAnotherType());
            case TRUNCATED -> truncate();
            case RESET -> end(true);
            case CLOSE -> end(false);
            case HANG -> after(LONGEST_HANG.toMillis(), () -> end(false));
        }
    }

    private MockResponse withBody(byte[] body) {
        return new MockResponse(answer.status(), answer.headers(), body);
    }

    /** Half of JSON or XML is neither; what is too short for that becomes something that is neither. */
    private static byte[] malformed(byte[] body) {
        byte[] half = Arrays.copyOf(body, body.length / 2 + NOT_WHAT_IT_SAYS.length);
        System.arraycopy(NOT_WHAT_IT_SAYS, 0, half, body.length / 2, NOT_WHAT_IT_SAYS.length);
        return half;
    }

    private MockResponse ofAnotherType() {
        String type =
                answer.header("Content-Type").orElse("").startsWith("text/html") ? "application/json" : "text/html";
        List<Header> headers = new ArrayList<>(answer.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Type"));
        headers.add(new Header("Content-Type", type));
        return new MockResponse(answer.status(), headers, answer.body());
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
