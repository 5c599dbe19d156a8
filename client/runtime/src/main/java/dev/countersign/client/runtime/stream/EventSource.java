package dev.countersign.client.runtime.stream;

import dev.countersign.client.runtime.stream.Pieces.Piece;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads events out of lines, as the HTML Standard has it in section 9.2.6. */
final class EventSource implements Source<RawEvent> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String NUMBER = "[0-9]{1,15}";
    private static final String DONE = "[DONE]";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Pieces lines;
    private final AtomicLong most;
    private final boolean json;
    private boolean begun;
    private boolean over;
    private String id = "";
    private String lastId = "";
    private String event = "";
    private final StringBuilder data = new StringBuilder();
    private Optional<Duration> retry = Optional.empty();
    private Optional<Duration> pause = Optional.empty();

    /**
     * Begins to read.
     *
     * @param most how long the data of an event may be
     * @param json whether data is JSON, in whose place a word that is none may tell the end
     * @param over whether the answer says by its status that nothing will come
     */
    EventSource(Pieces lines, AtomicLong most, boolean json, boolean over) {
        this.lines = lines;
        this.most = most;
        this.json = json;
        this.over = over;
    }

    /** Takes over what an answer before this one has said. */
    void goOnFrom(EventSource earlier) {
        id = earlier.lastId;
        lastId = earlier.lastId;
        pause = earlier.pause;
    }

    /** The identifier that counts: the last one that came with a whole event. */
    String lastId() {
        return lastId;
    }

    /** How long to wait before the call is made again, if the server has said so. */
    Optional<Duration> pause() {
        return pause;
    }

    /** Whether the server has said that nothing more will come. */
    boolean isOver() {
        return over;
    }

    /** What is left when the body ends is no event. */
    @Override
    public @Nullable RawEvent next() throws IOException {
        for (Piece line = lines.next(); line != null && line.whole(); line = lines.next()) {
            String text = new String(line.octets(), StandardCharsets.UTF_8);
            boolean marked = !begun && text.startsWith(BYTE_ORDER_MARK);
            begun = true;
            if (line.octets().length > 0 && !(marked && text.length() == 1)) {
                field(marked ? text.substring(1) : text);
                continue;
            }
            lastId = id;
            if (!data.isEmpty()) {
                return complete();
            }
            // An event without data is none; what it said about its identifier counts.
            event = "";
        }
        return null;
    }

    private @Nullable RawEvent complete() {
        data.setLength(data.length() - 1);
        RawEvent complete = new RawEvent(id, event.isEmpty() ? "message" : event, data.toString(), retry);
        event = "";
        data.setLength(0);
        retry = Optional.empty();
        over = json && complete.data().equals(DONE);
        return over ? null : complete;
    }

    private void field(String line) throws IOException {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        String rest = colon < 0 ? "" : line.substring(colon + 1);
        String value = rest.startsWith(" ") ? rest.substring(1) : rest;
        switch (name) {
            case "event" -> event = value;
            case "data" -> data(value);
            case "id" -> id = value.indexOf('\0') < 0 ? value : id;
            case "retry" -> retry(value);
            default -> {
                // A comment, whose name is empty, or a field that no standard knows.
            }
        }
    }

    private void data(String line) throws IOException {
        if (data.length() + (long) line.length() >= most.get()) {
            throw new Pieces.TooLongException();
        }
        data.append(line).append('\n');
    }

    private void retry(String milliseconds) {
        if (milliseconds.matches(NUMBER)) {
            Duration told = Duration.ofMillis(Long.parseLong(milliseconds));
            retry = Optional.of(told.compareTo(LONGEST_PAUSE) < 0 ? told : LONGEST_PAUSE);
            pause = retry;
        }
    }
}
