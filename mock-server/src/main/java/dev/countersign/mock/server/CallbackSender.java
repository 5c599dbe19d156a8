package dev.countersign.mock.server;

import dev.countersign.mock.callback.OutgoingCall;
import dev.countersign.mock.exchange.PrintableText;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends callbacks, and forgets about them. Only to this machine unless told otherwise: the address stands in a request, and
 * its author could otherwise make the mock call anything that it can reach.
 */
public final class CallbackSender {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final boolean anywhere;

    /** A sender. */
    public CallbackSender(boolean anywhere) {
        this.anywhere = anywhere;
    }

    /**
     * Sends a call without waiting for it; what cannot be sent is logged.
     *
     * @return completes with the status of the answer, or with 0 when the call was not sent or not answered
     */
    public CompletableFuture<Integer> send(OutgoingCall call) {
        try {
            URI target = URI.create(call.url());
            if (!anywhere && !isLoopback(target)) {
                LOG.warn(
                        "The callback \"{}\" is not sent: its address is not on this machine",
                        PrintableText.line(call.name()));
                return CompletableFuture.completedFuture(0);
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(TIMEOUT);
            call.headers().forEach(header -> request.header(header.name(), header.value()));
            request.method(
                    call.method(),
                    call.body().isEmpty()
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(call.body()));
            return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode)
                    .exceptionally(failure -> unanswered(call));
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "The callback \"{}\" is not sent: its address is not an http(s) address",
                    PrintableText.line(call.name()));
            return CompletableFuture.completedFuture(0);
        }
    }

    private static int unanswered(OutgoingCall call) {
        LOG.warn("The callback \"{}\" was not answered", PrintableText.line(call.name()));
        return 0;
    }

    private static boolean isLoopback(URI target) {
        String host = target.getHost();
        if (host == null) {
            return false;
        }
        try {
            // A name could mean another address when it is looked up again, so that only names of loopback itself
            // count.
            boolean literal = host.equals("localhost") || host.matches("127\\.[0-9.]+") || host.equals("[::1]");
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
