package dev.countersign.client.runtime.feign;

import dev.countersign.client.runtime.call.Deadline;
import dev.countersign.client.runtime.http.JdkTransport;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Feign's client over ours. The answer is left in the request, where it needs not be copied into Feign's own kind. */
record FeignTransport(JdkTransport transport) implements Client {
    /** Feign demands a status before there is one. */
    private static final int SENT = 202;

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        FeignRequest sent = (FeignRequest) options;
        Deadline deadline = sent.deadline();
        sent.answer(
                sent.isAsync()
                        ? transport.sendAsync(sent.request(), request.headers(), deadline)
                        : CompletableFuture.completedFuture(
                                transport.send(sent.request(), request.headers(), deadline, sent.download())));
        return Response.builder().status(SENT).request(request).build();
    }
}
