package dev.countersign.mock.junit;

import dev.countersign.mock.server.MockServer;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Starts a server in tests that have no logging, which is their own affair: SLF4J and Javalin would print advice about it
 * between their results.
 */
final class SilentStart {
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private SilentStart() {}

    static MockServer of(Supplier<MockServer> start) {
        if (ServiceLoader.load(SLF4JServiceProvider.class).iterator().hasNext()) {
            return start.get();
        }
        if (System.getProperty(VERBOSITY) == null) {
            System.setProperty(VERBOSITY, "ERROR");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new NoLogging(before));
        try {
            return start.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Finds SLF4J's own provider that logs nothing. */
    private static final class NoLogging extends ClassLoader {
        private NoLogging(@Nullable ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            URL own = SilentStart.class.getResource("no-logging");
            return name.equals("META-INF/services/" + SLF4JServiceProvider.class.getName()) && own != null
                    ? Collections.enumeration(List.of(own))
                    : super.getResources(name);
        }
    }
}
