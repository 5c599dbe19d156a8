package dev.countersign.mock.server;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A mock behind HTTP. Mocked requests are answered by a handler of Jetty's, because a servlet container would decode and judge
 * paths that only the contract can understand; {@link ReservedRoutes Javalin's routes} stand beside it.
 */
public final class MockServer implements AutoCloseable {
    /** Connections that wait to be accepted; one more is not told so, and asks again only after a second. */
    private static final int MOST_WAITING = 1_024;

    /** Cookies and tokens grow long in development. */
    private static final int LONGEST_HEAD = 64 * 1024;

    /** In bytes. A proxy passes on heads that are longer than those of requests. */
    private static final int LONGEST_ANSWER_HEAD = 512 * 1024;

    /** Characters of header fields that a connection keeps for its next request. Each costs it 96 bytes, filled or not. */
    private static final int REMEMBERED_HEADERS = 256;

    private static final int MOST_THREADS = 64;
    private static final int LEAST_THREADS = 4;
    private static final int IDLE_MILLIS = 60_000;
    private static final long LOOK_AGAIN_MILLIS = 10;

    private final Server server;
    private final MockHandler handler;
    private final ServerSettings settings;

    private MockServer(Server server, MockHandler handler, ServerSettings settings) {
        this.server = server;
        this.handler = handler;
        this.settings = settings;
    }

    /**
     * Starts answering.
     *
     * @param mock answers requests, without waiting for anything; called by many threads at once
     * @throws BindException when the address is in use or not ours
     */
    public static MockServer start(Function<MockRequest, MockResponse> mock, ServerSettings settings) {
        return startResponder((request, reply) -> reply.send(mock.apply(request)), settings);
    }

    /**
     * Starts answering, perhaps later than asked.
     *
     * @throws BindException when the address is in use or not ours
     */
    public static MockServer startResponder(Responder mock, ServerSettings settings) {
        return startWhen(CompletableFuture.completedFuture(null), mock, settings);
    }

    /**
     * Starts everything but listening, waits, and listens: an open port means that requests are answered.
     *
     * @param ready is waited for; when it fails, so does the start, with the same exception
     * @throws BindException when the address is in use or not ours
     */
    public static MockServer startWhen(CompletableFuture<?> ready, Responder mock, ServerSettings settings) {
        return startWhen(ready, mock, Optional.empty(), settings);
    }

    /**
     * The same, with routes of the server's own beside the mocked API.
     *
     * @param routes are asked before the mock
     */
    public static MockServer startWhen(
            CompletableFuture<?> ready, Responder mock, Optional<ReservedRoutes> routes, ServerSettings settings) {
        JettyClasses.awaitLoaded();
        MockHandler handler = new MockHandler(mock, routes, settings);
        Server server = server(handler, ready, settings);
        try {
            server.start();
            return new MockServer(server, handler, settings);
        } catch (Exception e) {
            LifeCycle.stop(server);
            if (ready.isCompletedExceptionally()) {
                throw failureOf(ready);
            }
            throw BindFailure.of(settings, e);
        }
    }

    private static RuntimeException failureOf(CompletableFuture<?> ready) {
        try {
            ready.join();
            throw new IllegalStateException("has not failed");
        } catch (CompletionException e) {
            return e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Begins to load the classes of a server. A program that has its command line or its document still to read answers sooner when
     * both are done at once.
     */
    public static void loadAhead() {
        JettyClasses.begin();
    }

    static QueuedThreadPool threads() {
        return new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS, -1, null, null, new ServerThreads());
    }

    private static Server server(MockHandler mock, CompletableFuture<?> ready, ServerSettings settings) {
        Server server = new Server(threads());
        server.setHandler(mock);
        server.setErrorHandler(new PlainErrors());
        server.addConnector(connector(server, settings));
        // The connectors open after all other parts have started, and this is the last of them.
        server.setOpenEarly(false);
        server.addBean(new AbstractLifeCycle() {
            @Override
            protected void doStart() {
                ready.join();
            }
        });
        return server;
    }

    private static ServerConnector connector(Server server, ServerSettings settings) {
        HttpConnections connections = new HttpConnections(configuration());
        ServerConnector connector = settings.identity().isPresent()
                ? TlsConnector.of(server, connections, settings.identity().get())
                : new ServerConnector(server, connections);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(MOST_WAITING);
        return connector;
    }

    /** Encoded slashes and the like reach the router as they are: it never touches a file system. */
    static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setMaxResponseHeaderSize(LONGEST_ANSWER_HEAD);
        http.setHeaderCacheSize(REMEMBERED_HEADERS);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        return http;
    }

    /** The port that it listens on. */
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** Where it can be called. */
    public String url() {
        String host = settings.host();
        boolean ipv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
        return settings.scheme() + "://" + (ipv6 ? "[" + host + "]" : host) + ":" + port();
    }

    /**
     * Takes no more connections, lets what is under way be answered, and stops.
     *
     * @param patience what takes longer is cut off
     */
    public void closeGently(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        // Before the port closes: Jetty's own mark comes a moment after, and an answer in between would promise more.
        handler.end();
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector listening) {
                listening.setShutdownIdleTimeout(-1);
                CompletableFuture<Void> unused = listening.shutdown();
                awaitAnswers(listening, end);
            }
        }
        close();
    }

    private static void awaitAnswers(ServerConnector connector, long end) {
        try {
            while (System.nanoTime() < end
                    && connector.getConnectedEndPoints().stream().anyMatch(MockServer::isUnderWay)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isUnderWay(EndPoint client) {
        Connection connection = client.getConnection();
        return connection != null && connection.getMessagesIn() > connection.getMessagesOut();
    }

    /** Stops answering, at once. */
    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
