package dev.countersign.client.runtime;

/** A call for which a thread is waiting: it ends when that thread is interrupted. */
final class BlockingCall implements Call {
    private final Thread caller = Thread.currentThread();
    private boolean ended;
    private boolean aborted;

    @Override
    public synchronized void abort() {
        if (!ended) {
            aborted = true;
            caller.interrupt();
        }
    }

    /** Ends the call, and takes the interrupt back, which was for this call alone. Tells whether there was one. */
    synchronized boolean end() {
        if (!ended && aborted) {
            Thread.interrupted();
        }
        ended = true;
        return aborted;
    }
}
