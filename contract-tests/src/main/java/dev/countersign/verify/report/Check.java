package dev.countersign.verify.report;

/**
 * One check that was made.
 *
 * @param layer what it belongs to
 * @param operation the identifier of the operation that it is about; empty where it is about the whole contract
 * @param name what is checked: a case, a probe, a mutant
 * @param seconds how long it took
 */
public record Check(Layer layer, String operation, String name, Outcome outcome, double seconds) {
    /** Whether it failed. */
    public boolean hasFailed() {
        return outcome instanceof Outcome.Failed;
    }

    /** What was wrong, or why it was passed over; empty when it has passed. */
    public String message() {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.message();
        }
        return outcome instanceof Outcome.PassedOver over ? over.reason() : "";
    }
}
