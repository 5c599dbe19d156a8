package dev.countersign.client.runtime;

/** A call for which a thread is waiting: it ends when that thread is interrupted. */
final class BlockingFlight implements Flight {
    private final Thread caller = Thread.currentThread();
    private boolean landed;
    private boolean aborted;

    @Override
    public synchronized void abort() {
        if (!landed) {
            aborted = true;
            caller.interrupt();
        }
    }

    /** Ends the flight, and takes the interrupt back, which was for this call alone. Tells whether there was one. */
    synchronized boolean land() {
        if (!landed && aborted) {
            Thread.interrupted();
        }
        landed = true;
        return aborted;
    }
}
