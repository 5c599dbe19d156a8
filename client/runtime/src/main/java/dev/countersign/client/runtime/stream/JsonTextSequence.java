package dev.countersign.client.runtime.stream;

import dev.countersign.client.runtime.stream.Pieces.Piece;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * JSON texts that begin with a record separator and end with a line feed (RFC 7464), and may have line feeds within. Each is handed
 * out when it is whole, not only when the next begins. One that another cuts off is handed out as far as it came.
 */
final class JsonTextSequence implements Source<JsonText> {
    private static final String RECORD_SEPARATOR = "\u001e";
    private final Pieces lines;
    private final AtomicLong most;
    private final Deque<JsonText> ready = new ArrayDeque<>();
    private StringBuilder begun = new StringBuilder();
    private int depth;
    private boolean inString;
    private boolean escaped;

    /**
     * Begins to read.
     *
     * @param most how long a text may be
     */
    JsonTextSequence(Pieces lines, AtomicLong most) {
        this.lines = lines;
        this.most = most;
    }

    @Override
    public @Nullable JsonText next() throws IOException {
        while (ready.isEmpty()) {
            Piece line = lines.next();
            if (line == null) {
                end();
                return ready.poll();
            }
            take(new String(line.octets(), StandardCharsets.UTF_8) + (line.whole() ? "\n" : ""));
        }
        return ready.poll();
    }

    private void take(String line) throws IOException {
        String[] parts = line.split(RECORD_SEPARATOR, -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                end();
            }
            add(parts[i]);
        }
        if (line.endsWith("\n") && depth == 0 && !inString) {
            end();
        }
    }

    private void add(String part) throws IOException {
        if (begun.length() + (long) part.length() > most.get()) {
            throw new Pieces.TooLongException();
        }
        begun.append(part);
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (escaped) {
                escaped = false;
            } else if (inString) {
                escaped = c == '\\';
                inString = c != '"';
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }

    /** A number that was cut off is a number, too (RFC 7464 section 2.4). */
    private boolean isWhole(String text) {
        char last = text.charAt(text.length() - 1);
        return depth == 0 && !inString && (Character.isWhitespace(last) || "}]\"".indexOf(last) >= 0);
    }

    private void end() {
        String text = begun.toString();
        if (!text.isBlank()) {
            ready.add(new JsonText(text, isWhole(text)));
        }
        begun = new StringBuilder();
        depth = 0;
        inString = false;
        escaped = false;
    }
}
