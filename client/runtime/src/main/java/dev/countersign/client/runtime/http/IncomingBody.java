package dev.countersign.client.runtime.http;

import dev.countersign.client.runtime.call.Deadline;
import java.io.IOException;

/** A body on its way. */
interface IncomingBody {
    /**
     * Waits for what the answer holds of it. It is given up when the time is over or the thread is interrupted.
     *
     * @throws TransportFailure when it is too long, or too late
     * @throws IOException when it breaks off
     */
    byte[] await(Deadline deadline) throws IOException, InterruptedException;
}
