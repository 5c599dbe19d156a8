package dev.countersign.client.runtime.call;

import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.runtime.json.JsonReading;
import dev.countersign.client.runtime.json.MisfitException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hands an answer out while it comes.
 *
 * @param mediaTypes which media types are such an answer
 * @param called what an answer is called that is of one of them
 * @param opening begins to hand it out
 */
record StreamDecoding<S>(Pattern mediaTypes, String called, Opening<S> opening) implements Decoding<S> {
    private static final int NO_CONTENT = 204;
    private static final Pattern ITEMS = Pattern.compile("jsonl|ndjson|json-seq");
    private static final Pattern EVENTS = Pattern.compile("text/event-stream");

    /** Begins to hand a body out. */
    @FunctionalInterface
    interface Opening<S> {
        S of(ReceivedResponse response, InputStream body, JsonReading reading);
    }

    static <S> StreamDecoding<S> ofItems(Opening<S> opening) {
        return new StreamDecoding<>(ITEMS, "JSON lines", opening);
    }

    static <S> StreamDecoding<S> ofEvents(Opening<S> opening) {
        return new StreamDecoding<>(EVENTS, "text/event-stream", opening);
    }

    /** The stream; null when there is none to read, because the answer has gone to a file. */
    @Override
    public @Nullable S read(ReceivedResponse response, JsonReading reading) throws MisfitException {
        if (response.stream().isEmpty()) {
            if (response.damage().isPresent()) {
                throw new MisfitException(response.damage().get());
            }
            return null;
        }
        InputStream body = response.stream().get();
        String type = response.mediaType().orElse("");
        if (!type.isEmpty()
                && response.status() != NO_CONTENT
                && !mediaTypes.matcher(type).find()) {
            close(body);
            throw new MisfitException("expected " + called + ", got " + type);
        }
        return opening.of(response, body, reading);
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // Nothing of it is wanted.
        }
    }
}
