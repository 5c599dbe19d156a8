package dev.countersign.client.runtime.json;

import dev.countersign.client.Misfit;
import dev.countersign.client.ReceivedResponse;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How a client reads JSON: strictly or, told of what does not fit, leniently. Immutable and thread-safe. */
public final class JsonReading {
    private static final JsonReading STRICT = new JsonReading(null);

    private final @Nullable BiConsumer<ReceivedResponse, List<Misfit>> told;

    private JsonReading(@Nullable BiConsumer<ReceivedResponse, List<Misfit>> told) {
        this.told = told;
    }

    /** What does not fit fails. */
    public static JsonReading strict() {
        return STRICT;
    }

    /**
     * What does not fit is left out.
     *
     * @param told told of what was left out of an answer
     */
    public static JsonReading lenient(BiConsumer<ReceivedResponse, List<Misfit>> told) {
        return new JsonReading(told);
    }

    /**
     * Reads a value of an answer.
     *
     * @throws MisfitException when the text is not JSON, or not of that type
     */
    public <T> @Nullable T read(ReceivedResponse response, byte[] json, JsonType<T> type) throws MisfitException {
        if (told == null) {
            return Json.read(json, type);
        }
        try {
            // Most answers fit, and this is the quick way.
            return Json.read(json, type);
        } catch (MisfitException e) {
            Misfits misfits = new Misfits();
            T value = Json.readLeniently(json, type, misfits);
            told.accept(response, List.copyOf(misfits.found()));
            return value;
        }
    }
}
