package dev.countersign.mock.server;

/** What the body of one request takes of the memory that all share. Confined to one exchange at a time. */
final class BodyMemory {
    /** In bytes. Smaller bodies are not counted: there are never enough of them to matter. */
    static final int FREE = 64 * 1024;

    /** How much more a value takes that was read from JSON than its text did: an empty object in a list, 90 bytes for 3. */
    private static final int UNFOLDED = 32;

    /** A body that grows is there twice while it is copied. */
    private static final int COPIES = 2;

    private final MemoryBudget budget;
    private long taken;

    BodyMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Takes what it needs to hold so many bytes; false when there is not enough. */
    boolean hold(long bytes) {
        return bytes <= FREE || take(bytes * COPIES);
    }

    /** Takes what it needs to examine a body of so many bytes, too; false when there is not enough. */
    boolean examine(long bytes) {
        return bytes <= FREE || take(bytes * UNFOLDED);
    }

    /** The longest body in bytes that can be examined when there is no other. */
    static int longest(MemoryBudget budget) {
        return (int) Math.min(Integer.MAX_VALUE, budget.limit() / UNFOLDED);
    }

    private synchronized boolean take(long wanted) {
        long more = wanted - taken;
        if (more > 0 && !budget.reserve(more)) {
            return false;
        }
        taken = Math.max(taken, wanted);
        return true;
    }

    /** Gives back what is above these bytes. */
    synchronized void release(long rest) {
        long kept = Math.min(taken, rest <= FREE ? 0 : rest);
        budget.release(taken - kept);
        taken = kept;
    }
}
