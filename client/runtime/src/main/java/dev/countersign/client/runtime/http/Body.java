package dev.countersign.client.runtime.http;

import dev.countersign.client.runtime.call.Deadline;
import java.io.IOException;

/** A body on its way, for which the caller's thread waits. */
interface Body {
    /** What the answer holds of it once all of it is there; given up when the time is over or the thread is interrupted. */
    byte[] await(Deadline deadline) throws IOException, InterruptedException;
}
