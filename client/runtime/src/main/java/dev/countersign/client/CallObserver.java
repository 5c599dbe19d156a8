package dev.countersign.client;

import java.time.Duration;
import java.util.List;

/**
 * Told of every attempt: once before, and once after, of one outcome or the other. Called on the thread that makes the
 * call or, for an asynchronous one, that receives its answer; must be thread-safe, quick, and not throw.
 */
public interface CallObserver {
    /** A request is about to be sent. */
    default void onRequest(CallInfo call) {}

    /** An answer came, of whatever status. Its body may hold secrets. */
    default void onResponse(CallInfo call, ReceivedResponse response, Duration took) {}

    /** An answer was read leniently, and so much of it left out. Nothing of the values is told, which may be secret. */
    default void onMisfits(ReceivedResponse response, List<Misfit> misfits) {}

    /** No answer came. */
    default void onFailure(CallInfo call, TransportException failure, Duration took) {}
}
