package dev.countersign.mock.sample;

/** Bounds one sample, so that documents with hundreds of entangled schemas cost milliseconds. */
final class Effort {
    private static final int VALUES = 8_000;
    private static final int RICH_VALUES = 300;
    private static final int RICH_DEPTH = 6;
    private static final int DEPTH = 100;

    private int values;

    void count() {
        values++;
    }

    /** Whether optional objects and arrays are still worth adding at this depth. */
    boolean isRich(int depth) {
        return depth < RICH_DEPTH && values < RICH_VALUES;
    }

    /** Whether there is anything left for second attempts. */
    boolean mayRetry() {
        return values < VALUES;
    }

    /** Whether even required parts must end, because they have no end of their own. */
    boolean isSpent(int depth) {
        return depth > DEPTH || values > 2 * VALUES;
    }
}
