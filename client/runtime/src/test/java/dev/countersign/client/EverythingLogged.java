package dev.countersign.client;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Collects what the whole process logs at any level, and what it prints. */
final class EverythingLogged implements AutoCloseable {
    /** In which the JDK debugs its own HTTP client, and names whole URLs; docs/client.md says to leave it off. */
    private static final String JDK_INTERNAL = "jdk.internal.httpclient.debug";

    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Handler handler;

    EverythingLogged(List<String> texts) {
        SimpleFormatter formatter = new SimpleFormatter();
        handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (!JDK_INTERNAL.equals(entry.getLoggerName())) {
                    texts.add(formatter.format(entry));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        System.setOut(collecting(texts));
        System.setErr(collecting(texts));
    }

    private static PrintStream collecting(List<String> texts) {
        OutputStream lines = new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int offset, int length) {
                texts.add(new String(octets, offset, length, StandardCharsets.UTF_8));
            }
        };
        return new PrintStream(lines, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(level);
        System.setOut(out);
        System.setErr(err);
    }
}
