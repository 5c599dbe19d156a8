package dev.countersign.verify.report;

import dev.countersign.verify.cases.TestCase;
import java.util.List;
import java.util.Optional;

/**
 * How somebody fails a case: what a red line says.
 *
 * @param side who is to blame: {@code the client}, {@code the mock server}, …
 * @param testCase the case
 * @param failures what is wrong, one line each, naming the field; empty when the case is kept
 */
public record Breach(String side, TestCase testCase, List<String> failures) {
    public Breach {
        failures = List.copyOf(failures);
    }

    /** The first failure, with the side and the operation; absent when there is none. */
    public Optional<String> first() {
        return failures.stream().findFirst().map(failure -> subject() + ": " + failure);
    }

    /** Every failure; passed when there is none. */
    public Outcome outcome() {
        return Outcome.of(side, subject(), failures);
    }

    private String subject() {
        return side + " breaks \"" + testCase.name() + "\" ("
                + testCase.operation().method() + " "
                + testCase.operation().path() + ")";
    }
}
