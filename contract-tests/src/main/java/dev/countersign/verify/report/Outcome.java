package dev.countersign.verify.report;

import java.util.List;

/** What comes of one check. */
public sealed interface Outcome {
    /** Nothing is wrong. */
    Outcome PASSED = new Passed();

    /** Nothing is wrong. */
    record Passed() implements Outcome {}

    /**
     * Something is wrong.
     *
     * @param side who breaks the contract, such as {@code the client}; empty where no side can be named
     * @param message what is wrong, the cause first, in one or more lines
     * @param cause what is wrong apart from the layer that has seen it: equal for two failures of one cause
     */
    record Failed(String side, String message, String cause) implements Outcome {}

    /** Nothing can be said. */
    record PassedOver(String reason) implements Outcome {}

    /** Nothing can be said, for this reason. */
    static Outcome passedOver(String reason) {
        return new PassedOver(reason);
    }

    /** Something is wrong that no single side is to blame for; each message is a failure of its own. */
    static Outcome failed(String side, String message) {
        return new Failed(side, message, message);
    }

    /** Passed when there is no line. */
    static Outcome of(String side, String heading, List<String> lines) {
        return lines.isEmpty()
                ? PASSED
                : new Failed(side, heading + ":\n  " + String.join("\n  ", lines), lines.get(0));
    }
}
