package dev.countersign.openapi.schema.format;

/**
 * How much work may still be spent on checking one request or one value. A unit is about one look at a character, or one
 * rule held against one value: some ten nanoseconds. Counted instead of timed, so that the same request always ends in the
 * same way. For one thread.
 */
public final class Budget {
    private long left;

    /** A budget of so many units. */
    public Budget(long units) {
        this.left = units;
    }

    /**
     * Takes units away.
     *
     * @throws BudgetExceededException when there are not so many left
     */
    public void spend(long units) {
        left -= units;
        if (left < 0) {
            throw new BudgetExceededException();
        }
    }

    /** Adds units. */
    public void grant(long units) {
        left += units;
    }

    /** The units that are left; none when the budget is exceeded. */
    public long left() {
        return Math.max(0, left);
    }
}
