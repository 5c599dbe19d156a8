package dev.countersign.client.runtime.stream;

/** An answer that is on its way, as the client sees it that has made the call. */
public interface OpenStream {
    /** Says where the stream comes from, before anything of it is read. */
    void begin(Origin origin);

    /** Ends it because its client is closed. Thread-safe. */
    void abort();
}
