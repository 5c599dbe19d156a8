package dev.countersign.client.runtime;

/** A call that is under way. */
interface Call {
    /** Ends the call before its time; nothing happens when it has ended already. Thread-safe. */
    void abort();
}
