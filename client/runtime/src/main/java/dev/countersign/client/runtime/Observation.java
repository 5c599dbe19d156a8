package dev.countersign.client.runtime;

import dev.countersign.client.CallInfo;
import dev.countersign.client.CallObserver;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException;
import dev.countersign.client.runtime.call.Operation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt as the client's observers are told of it: once before, and once after. */
final class Observation {
    private final List<CallObserver> observers;
    private final CallInfo call;
    private final long start;

    private Observation(List<CallObserver> observers, CallInfo call) {
        this.observers = observers;
        this.call = call;
        this.start = System.nanoTime();
    }

    /** Tells that an attempt is about to be made. */
    static Observation begin(List<CallObserver> observers, Operation<?> operation, int number) {
        CallInfo call = new CallInfo(operation.name(), number);
        for (CallObserver observer : observers) {
            observer.onRequest(call);
        }
        return new Observation(observers, call);
    }

    /** Tells how the attempt ended: with an answer, or else with a failure. */
    void end(@Nullable ReceivedResponse response, @Nullable Throwable error) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        for (CallObserver observer : observers) {
            if (response != null) {
                observer.onResponse(call, response, took);
            } else if (error instanceof TransportException failure) {
                observer.onFailure(call, failure, took);
            }
        }
    }
}
