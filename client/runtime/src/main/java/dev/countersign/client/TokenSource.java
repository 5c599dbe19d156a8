package dev.countersign.client;

import java.util.function.Supplier;

/** Hands out tokens, and can be told that one was refused, so that the next is another. Thread-safe. */
public interface TokenSource extends Supplier<String> {
    /** The server does not take this token, which is not to be handed out again. */
    void refused(String token);
}
