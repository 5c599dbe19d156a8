package dev.countersign.mock.server;

/** What the body of one request takes of the memory that all share. Confined to one exchange at a time. */
final class BodyMemory {
    /** In bytes. Smaller bodies are not counted: there are never enough of them to matter. */
    static final int FREE = 64 * 1024;

    /** How much more a value takes that was read from JSON than its text did; small objects are the worst. */
    private static final int UNFOLDED = 16;

    private final MemoryBudget budget;
    private long taken;

    BodyMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Takes what it needs to hold so many bytes; false when there is not enough. */
    boolean hold(long bytes) {
        return bytes <= FREE || take(bytes);
    }

    /** Takes what it needs to examine a body of so many bytes, too; false when there is not enough. */
    boolean examine(long bytes) {
        return bytes <= FREE || take(bytes * UNFOLDED);
    }

    /** Whether a body of so many bytes could ever be examined. */
    boolean suffices(long bytes) {
        return bytes <= FREE || bytes * UNFOLDED <= budget.limit();
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
