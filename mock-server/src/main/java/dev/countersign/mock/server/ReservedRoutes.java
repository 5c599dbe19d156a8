package dev.countersign.mock.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Javalin's routes beside the mocked API, below a path that no API has. They are made when first asked for, so that a server
 * that is not looked at pays nothing for them. Thread-safe.
 */
public final class ReservedRoutes {
    private final String path;
    private final Consumer<JavalinConfig> routes;
    private @Nullable Handler started;

    /**
     * Routes to be.
     *
     * @param path what all their paths begin with, without a slash at the end
     */
    public ReservedRoutes(String path, Consumer<JavalinConfig> routes) {
        this.path = path;
        this.routes = routes;
    }

    boolean isMeantBy(Request request) {
        String asked = RequestTarget.path(request.getHttpURI());
        return asked.startsWith(path) && (asked.length() == path.length() || asked.charAt(path.length()) == '/');
    }

    /** Answers on a thread that may wait, unlike the caller's. */
    void handle(Request request, Response response, Callback callback) {
        Server server = request.getConnectionMetaData().getConnector().getServer();
        server.getThreadPool().execute(() -> {
            try {
                if (!started(server).handle(request, response, callback)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        });
    }

    private synchronized Handler started(Server server) throws Exception {
        Handler handler = started;
        if (handler == null) {
            Javalin javalin = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.startup.showOldJavalinVersionWarning = false;
                config.startup.startupWatcherEnabled = false;
                routes.accept(config);
            });
            ServletContextHandler context = new ServletContextHandler("/");
            ServletHolder holder = new ServletHolder(new JavalinServlet(javalin.unsafe));
            holder.setAsyncSupported(true);
            context.addServlet(holder, "/*");
            context.setServer(server);
            context.start();
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStopping(LifeCycle stopping) {
                    LifeCycle.stop(context);
                }
            });
            started = context;
            handler = context;
        }
        return handler;
    }
}
