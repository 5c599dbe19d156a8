package dev.countersign.verify;

import dev.countersign.verify.cases.Case;
import java.util.List;
import java.util.Optional;

/**
 * How somebody fails a case: what a red line says.
 *
 * @param side who is to blame: {@code the client}, {@code the mock server}, …
 * @param conversation the case
 * @param failures what is wrong, one line each, naming the field; empty when the case is kept
 */
record Breach(String side, Case conversation, List<String> failures) {
    Breach {
        failures = List.copyOf(failures);
    }

    /** The first failure, with the side and the operation; absent when there is none. */
    Optional<String> first() {
        return failures.stream().findFirst().map(failure -> subject() + ": " + failure);
    }

    /** Fails a test with every failure. */
    void isNone() {
        if (!failures.isEmpty()) {
            throw new AssertionError(subject() + ":\n  " + String.join("\n  ", failures));
        }
    }

    private String subject() {
        return side + " breaks \"" + conversation.name() + "\" ("
                + conversation.operation().method() + " "
                + conversation.operation().path() + ")";
    }
}
