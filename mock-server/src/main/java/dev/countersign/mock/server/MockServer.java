package dev.countersign.mock.server;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A mock behind HTTP. Javalin owns the server; mocked requests are answered by a handler in front of its servlet, because a
 * servlet container would decode and judge paths that only the contract can understand.
 */
public final class MockServer implements AutoCloseable {
    /** Cookies and tokens grow long in development. */
    private static final int LONGEST_HEAD = 64 * 1024;

    private static final int MOST_THREADS = 64;
    private static final int LEAST_THREADS = 4;

    private final Javalin javalin;
    private final String host;

    private MockServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Starts answering.
     *
     * @param mock answers requests, without waiting for anything; called by many threads at once
     * @throws BindException when the address is in use or not ours
     */
    public static MockServer start(Function<MockRequest, MockResponse> mock, ServerSettings settings) {
        return startResponder((request, reply) -> reply.accept(mock.apply(request)), settings);
    }

    /**
     * Starts answering, perhaps later than asked.
     *
     * @throws BindException when the address is in use or not ours
     */
    public static MockServer startResponder(Responder mock, ServerSettings settings) {
        Javalin javalin = Javalin.create(config -> configure(config, mock, settings));
        try {
            return new MockServer(javalin.start(), settings.host());
        } catch (JavalinBindException e) {
            throw new BindException(
                    "cannot listen on " + settings.host() + ":" + settings.port()
                            + ": the port is in use or not permitted. Choose another with --port, or --port 0 for any free"
                            + " one.",
                    e);
        } catch (JavalinException e) {
            throw new BindException(
                    "cannot listen on " + settings.host() + ":" + settings.port()
                            + ". Is the host an address of this machine? Choose one with --host.",
                    e);
        }
    }

    private static void configure(JavalinConfig config, Responder mock, ServerSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        config.jetty.modifyHttpConfiguration(MockServer::configure);
        config.jetty.modifyServer(server -> {
            server.setHandler(new MockHandler(mock, settings));
            server.setErrorHandler(new PlainErrors());
        });
    }

    /** Encoded slashes and the like reach the router as they are: it never touches a file system. */
    private static void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Where it can be called. */
    public String url() {
        boolean ipv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
        return "http://" + (ipv6 ? "[" + host + "]" : host) + ":" + port();
    }

    /** Stops answering. */
    @Override
    public void close() {
        javalin.stop();
    }
}
