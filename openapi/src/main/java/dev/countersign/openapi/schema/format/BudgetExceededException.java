package dev.countersign.openapi.schema.format;

/** Checking takes more work than was granted. Carries neither message nor stack trace, because it is control flow. */
public final class BudgetExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BudgetExceededException() {
        super(null, null, false, false);
    }
}
