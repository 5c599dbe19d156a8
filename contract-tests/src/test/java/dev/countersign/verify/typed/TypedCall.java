package dev.countersign.verify.typed;

import java.util.Map;

/**
 * One operation of the generated client.
 *
 * @param exceptions the simple name of the exception that stands for each documented error, by its status as the
 *     contract writes it
 * @param invocation calls the operation through its typed method
 */
public record TypedCall(Map<String, String> exceptions, Invocation invocation) {
    /** The call itself. */
    @FunctionalInterface
    public interface Invocation {
        /** Returns the typed value; null when the operation returns none. */
        Object with(Inputs inputs) throws Exception;
    }
}
