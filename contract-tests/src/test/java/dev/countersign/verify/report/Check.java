package dev.countersign.verify.report;

/**
 * What came of one test.
 *
 * @param test the simple name of its class
 * @param method its method
 * @param name its own name, where the method makes many: a case, a probe, a mutant
 * @param message what was wrong, or why it was passed over; empty when it has passed
 */
public record Check(String test, String method, String name, Outcome outcome, String message) {
    /** How a test ends. */
    public enum Outcome {
        PASSED,
        FAILED,
        PASSED_OVER
    }

    /** Whether it failed. */
    boolean hasFailed() {
        return outcome == Outcome.FAILED;
    }

    /** Whether it runs in the phase that needs the packaged mock server. */
    boolean isIntegrationTest() {
        return test.endsWith("IT");
    }
}
