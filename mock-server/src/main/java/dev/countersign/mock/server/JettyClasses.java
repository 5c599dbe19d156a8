package dev.countersign.mock.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Jetty's classes, which take a quarter of a start to load: once for a process, on a thread of their own. It is waited for before anything
 * else touches Jetty, so that no two threads initialise classes that refer to each other.
 */
final class JettyClasses {
    private static final CompletableFuture<Void> LOADED = CompletableFuture.runAsync(JettyClasses::load, task -> {
        Thread thread = new Thread(task, "mock-server-load");
        thread.setDaemon(true);
        thread.start();
    });

    private JettyClasses() {}

    /** That this class is initialised is the beginning. */
    static void begin() {}

    static void awaitLoaded() {
        LOADED.join();
    }

    /** A server that is never started needs nothing but its classes. */
    private static void load() {
        Server server = new Server(MockServer.threads());
        server.addConnector(new ServerConnector(server, new HttpConnections(MockServer.configuration())));
    }
}
