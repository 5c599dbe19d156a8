package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.server.Responder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/** Waits for an answer and, where it is passed on in pieces, for all of them. */
final class CollectedReply implements Reply {
    private final CompletableFuture<MockResponse> answer = new CompletableFuture<>();

    static MockResponse of(Responder responder, MockRequest request) {
        CollectedReply reply = new CollectedReply();
        responder.respond(request, reply);
        return reply.answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void later() {}

    @Override
    public void send(MockResponse whole) {
        answer.complete(whole);
    }

    @Override
    public void send(MockResponse whole, Delivery delivery) {
        send(whole);
    }

    @Override
    public void stream(MockResponse head, Content.Source body, Supplier<List<Header>> trailers) {
        Content.Source.asByteBuffer(body, new Promise<>() {
            @Override
            public void succeeded(ByteBuffer bytes) {
                answer.complete(whole(head, bytes, trailers.get()));
            }

            @Override
            public void failed(Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
    }

    private static MockResponse whole(MockResponse head, ByteBuffer bytes, List<Header> trailers) {
        byte[] body = new byte[bytes.remaining()];
        bytes.get(body);
        MockResponse whole = new MockResponse(head.status(), head.headers(), body);
        for (Header trailer : trailers) {
            whole = whole.with(trailer);
        }
        return whole;
    }
}
