package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends the answer to one request over its connection. */
record HttpReply(Request request, Response response, ResponseWriter writer, Callback callback) implements Reply {
    @Override
    public boolean isLocal() {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress client
                && client.getAddress() != null
                && client.getAddress().isLoopbackAddress();
    }

    @Override
    public void later() {
        request.addIdleTimeoutListener(silence -> false);
    }

    @Override
    public void send(MockResponse answer) {
        writer.write(answer, request, response, callback);
    }

    @Override
    public void send(MockResponse answer, Delivery delivery) {
        if (delivery.isPlain()) {
            send(answer);
        } else {
            later();
            new Deliverer(this, answer, delivery).begin();
        }
    }

    @Override
    public void stream(MockResponse head, Content.Source body, Supplier<List<Header>> trailers) {
        // A stream may be silent for long; a client that takes nothing for long is given up all the same.
        later();
        writer.head(head, request, response);
        if (!response.getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
            response.setTrailersSupplier(() -> fields(trailers.get()));
        }
        // The head goes out at once: the first piece may be long in coming.
        response.write(false, null, Callback.from(() -> Content.copy(body, response, callback), failure -> {
            body.fail(failure);
            callback.failed(failure);
        }));
    }

    private static @Nullable HttpFields fields(List<Header> trailers) {
        if (trailers.isEmpty()) {
            return null;
        }
        HttpFields.Mutable fields = HttpFields.build();
        trailers.forEach(trailer -> fields.add(trailer.name(), trailer.value()));
        return fields;
    }
}
