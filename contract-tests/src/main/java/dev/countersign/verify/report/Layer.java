package dev.countersign.verify.report;

/**
 * One question of a step.
 *
 * @param title what heads its column, or its line where it asks nothing of single operations
 * @param meaning what is asked
 * @param ofOperations whether it asks the same of every operation
 */
public record Layer(String title, String meaning, boolean ofOperations) {
    /** Asks the same of every operation. */
    public static Layer ofOperations(String title, String meaning) {
        return new Layer(title, meaning, true);
    }

    /** Asks something of the whole contract. */
    public static Layer ofContract(String title, String meaning) {
        return new Layer(title, meaning, false);
    }
}
