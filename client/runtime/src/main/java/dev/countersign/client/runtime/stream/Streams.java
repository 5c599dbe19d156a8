package dev.countersign.client.runtime.stream;

import dev.countersign.client.EventStream;
import dev.countersign.client.ItemStream;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.ServerSentEvent;
import dev.countersign.client.runtime.json.JsonReading;
import dev.countersign.client.runtime.json.JsonType;
import dev.countersign.client.runtime.json.MisfitException;
import dev.countersign.client.runtime.stream.OpenItems.Reading;
import dev.countersign.client.runtime.stream.Pieces.Cut;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Begins to hand an answer out item by item. */
public final class Streams {
    /** The answer to a client that is not to connect again (HTML Standard section 9.2.3). */
    private static final int NO_CONTENT = 204;

    private Streams() {}

    /** JSON texts, one on each line or as a sequence (RFC 7464), as the answer's media type says. */
    public static <T> ItemStream<T> items(
            ReceivedResponse response, InputStream body, JsonReading reading, JsonType<T> type) {
        AtomicLong most = new AtomicLong(Long.MAX_VALUE);
        Pieces lines = new Pieces(body, Cut.AT_LINE_FEEDS, most);
        boolean sequence =
                response.mediaType().filter(each -> each.endsWith("json-seq")).isPresent();
        Source<JsonText> source = sequence ? new JsonTextSequence(lines, most) : new JsonLines(lines);
        return new OpenItems<>(response, body, most, source, item -> {
            if (!item.whole()) {
                throw new MisfitException("the text is cut off");
            }
            return value(response, item.text(), reading, type);
        });
    }

    /** Events whose data is JSON. */
    public static <T> EventStream<T> events(
            ReceivedResponse response, InputStream body, JsonReading reading, JsonType<T> type) {
        return events(response, body, true, event -> event.with(value(response, event.data(), reading, type)));
    }

    /** Events whose data is text. */
    public static EventStream<String> textEvents(ReceivedResponse response, InputStream body) {
        return events(response, body, false, event -> event.with(event.data()));
    }

    private static <T> EventStream<T> events(
            ReceivedResponse response, InputStream body, boolean json, Reading<RawEvent, ServerSentEvent<T>> reading) {
        AtomicLong most = new AtomicLong(Long.MAX_VALUE);
        boolean over = response.status() == NO_CONTENT;
        EventSource source = new EventSource(new Pieces(body, Cut.AT_LINE_ENDS, most), most, json, over);
        return new OpenEvents<>(response.operation(), new OpenItems<>(response, body, most, source, reading), source);
    }

    private static <T> T value(ReceivedResponse response, String json, JsonReading reading, JsonType<T> type)
            throws MisfitException {
        T value = reading.read(response, json.getBytes(StandardCharsets.UTF_8), type);
        if (value == null) {
            throw new MisfitException("it is null");
        }
        return value;
    }
}
