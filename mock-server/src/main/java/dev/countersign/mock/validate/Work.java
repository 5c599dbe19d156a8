package dev.countersign.mock.validate;

import dev.countersign.openapi.schema.format.Budget;

/**
 * How much work is spent on checking one request. Honest values take a few units for each byte; what takes many more would
 * keep a thread from its other requests. A small request ends within milliseconds, the largest within a second.
 */
final class Work {
    private static final long LEAST = 500_000;
    private static final long MOST = 30_000_000;
    private static final long FOR_EACH_BYTE = 16;

    private Work() {}

    /** A budget for a body of so many bytes, whatever comes with it. */
    static Budget on(int bytes) {
        return new Budget(Math.min(MOST, LEAST + FOR_EACH_BYTE * bytes));
    }

    /** More for a body that has been unfolded to so many bytes. */
    static void unfolded(Budget budget, int bytes) {
        budget.grant(Math.min(MOST, FOR_EACH_BYTE * bytes));
    }
}
