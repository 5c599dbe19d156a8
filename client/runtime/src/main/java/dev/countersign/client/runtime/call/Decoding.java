package dev.countersign.client.runtime.call;

import dev.countersign.client.EventStream;
import dev.countersign.client.ItemStream;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonReading;
import dev.countersign.client.runtime.json.JsonType;
import dev.countersign.client.runtime.json.MisfitException;
import dev.countersign.client.runtime.stream.Streams;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the body of one documented answer is read.
 *
 * @param <T> what it is read into
 */
@FunctionalInterface
public interface Decoding<T> {
    /**
     * Reads a body.
     *
     * @param reading how JSON is read
     * @throws MisfitException when it does not fit the contract
     */
    @Nullable T read(ReceivedResponse response, JsonReading reading) throws MisfitException;

    /** An answer without a body; one that comes all the same is passed over. */
    static <T> Decoding<T> none() {
        return (response, reading) -> null;
    }

    /** A body of JSON. */
    static <T> Decoding<T> json(JsonType<T> type) {
        Decoding<T> nullable = jsonOrNull(type);
        return (response, reading) -> {
            T body = nullable.read(response, reading);
            if (body == null) {
                throw new MisfitException("it is null");
            }
            return body;
        };
    }

    /** A body of JSON, for which the contract allows {@code null}. */
    static <T> Decoding<T> jsonOrNull(JsonType<T> type) {
        return (response, reading) -> {
            if (!isJson(response)) {
                throw new MisfitException("expected JSON, got " + mediaType(response));
            }
            if (response.content().length == 0) {
                throw new MisfitException("it is empty");
            }
            return reading.read(response, response.content(), type);
        };
    }

    /**
     * A body that the contract allows to be JSON or text, by a range such as {@code *}{@code /*} or by naming both: read as
     * the answer's own {@code Content-Type} says. A text fits if it is a value of the type.
     */
    static <T> Decoding<T> byContentType(JsonType<T> type) {
        Decoding<T> json = json(type);
        return (response, reading) -> isJson(response) ? json.read(response, reading) : ofText(response, type);
    }

    /** The same, where the contract allows {@code null}. */
    static <T> Decoding<T> byContentTypeOrNull(JsonType<T> type) {
        Decoding<T> json = jsonOrNull(type);
        return (response, reading) -> isJson(response) ? json.read(response, reading) : ofText(response, type);
    }

    private static <T> T ofText(ReceivedResponse response, JsonType<T> type) throws MisfitException {
        T value = Json.readText(new String(response.content(), charset(response)), type);
        if (value == null) {
            throw new MisfitException(
                    response.content().length == 0 ? "it is empty" : "expected JSON, got " + mediaType(response));
        }
        return value;
    }

    private static String mediaType(ReceivedResponse response) {
        return response.mediaType().orElse("application/json");
    }

    private static boolean isJson(ReceivedResponse response) {
        return mediaType(response).contains("json");
    }

    /** A body of text, in the answer's own character set. */
    static Decoding<String> text() {
        return (response, reading) -> new String(response.content(), charset(response));
    }

    /** A body of any bytes. */
    static Decoding<byte[]> bytes() {
        return (response, reading) -> response.content();
    }

    /** JSON texts one behind the other, handed out while they come. */
    static <T> Decoding<ItemStream<T>> items(JsonType<T> type) {
        return StreamDecoding.ofItems((response, body, reading) -> Streams.items(response, body, reading, type));
    }

    /** Server-sent events whose data is JSON, handed out while they come. */
    static <T> Decoding<EventStream<T>> events(JsonType<T> type) {
        return StreamDecoding.ofEvents((response, body, reading) -> Streams.events(response, body, reading, type));
    }

    /** Server-sent events whose data is text, handed out while they come. */
    static Decoding<EventStream<String>> textEvents() {
        return StreamDecoding.ofEvents((response, body, reading) -> Streams.textEvents(response, body));
    }

    private static Charset charset(ReceivedResponse response) {
        String type = response.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        int at = type.indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name =
                type.substring(at + "charset=".length()).split("[;\\s]", 2)[0].replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
