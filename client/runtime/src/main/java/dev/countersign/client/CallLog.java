package dev.countersign.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Logs calls through {@link System.Logger}: at {@code DEBUG} what was asked and answered, at {@code TRACE} the headers of
 * the answer that are on a list. Bodies and credentials are logged at no level.
 */
public final class CallLog implements CallObserver {
    private static final List<String> HARMLESS = List.of(
            "Allow",
            "Cache-Control",
            "Content-Length",
            "Content-Type",
            "Date",
            "ETag",
            "Retry-After",
            "Server",
            "Vary");

    private final Logger logger;
    private final Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Logs to the logger {@code dev.countersign.client}, with headers that never hold a secret. */
    public CallLog() {
        this(System.getLogger("dev.countersign.client"));
    }

    /** Logs to a logger, with headers that never hold a secret. */
    public CallLog(Logger logger) {
        this(logger, HARMLESS);
    }

    /** Logs to a logger, with the values of the headers named. */
    public CallLog(Logger logger, List<String> headers) {
        this.logger = logger;
        this.headers.addAll(headers);
    }

    @Override
    public void onRequest(CallInfo call) {
        logger.log(Level.DEBUG, () -> call.operation() + " is sent, attempt " + call.attempt());
    }

    @Override
    public void onResponse(CallInfo call, ReceivedResponse response, Duration took) {
        logger.log(Level.DEBUG, () -> response + " after " + took.toMillis() + " ms");
        logger.log(Level.TRACE, () -> call.operation() + " headers: " + shown(response.headers()));
    }

    @Override
    public void onMisfits(ReceivedResponse response, List<Misfit> misfits) {
        logger.log(Level.DEBUG, () -> response.operation() + " was read without " + misfits);
    }

    @Override
    public void onFailure(CallInfo call, TransportException failure, Duration took) {
        logger.log(Level.DEBUG, () -> failure.getMessage() + " after " + took.toMillis() + " ms");
    }

    private String shown(Headers received) {
        return String.join(
                ", ",
                received.names().stream()
                        .map(name -> name + (headers.contains(name) ? "=" + received.all(name) : ""))
                        .toList());
    }
}
