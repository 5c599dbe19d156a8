package dev.countersign.maven;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The mock server that one goal starts and another ends, kept between them in what Maven gives a plugin for that. */
final class RunningMock {
    private static final String KEY = RunningMock.class.getName();

    private RunningMock() {}

    @SuppressWarnings("unchecked") // Maven says Map and means this.
    static void keep(Map<?, ?> context, Process server) {
        ((Map<String, Object>) context).put(KEY, server);
    }

    /** Ends it; nothing when none runs. */
    static void end(Map<?, ?> context) throws InterruptedException {
        if (context.remove(KEY) instanceof Process server) {
            server.destroy();
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }
}
