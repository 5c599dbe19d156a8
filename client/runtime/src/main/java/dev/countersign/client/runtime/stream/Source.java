package dev.countersign.client.runtime.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the items of an answer come from, as they stand in it.
 *
 * @param <R> an item before it is read
 */
interface Source<R> {
    /**
     * Waits for the next item; null when there is none.
     *
     * @throws IOException when it is longer than the client accepts
     * @throws dev.countersign.client.TransportException when the answer breaks off
     */
    @Nullable R next() throws IOException;
}
