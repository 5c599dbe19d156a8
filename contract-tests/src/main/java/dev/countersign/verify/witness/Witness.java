package dev.countersign.verify.witness;

import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.provider.Relay;
import dev.countersign.verify.provider.ServerProcess;
import dev.countersign.verify.report.Breach;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Prism in one of its two roles, with a relay in front of it that says which documented answer is wanted. It is asked one
 * question at a time. What Prism itself cannot judge is passed over, unless the run is strict about its witnesses.
 */
final class Witness implements AutoCloseable {
    private static final int MOST_CANARIES = 5;
    /** A document that Prism cannot bear at all would otherwise cost seconds for each case. */
    private static final int MOST_STARTS = 10;

    private final String role;
    private final boolean strict;
    private final Supplier<ServerProcess> start;
    private final BiFunction<TestCase, Relay.Answer, Optional<String>> mistake;
    private final Relay relay;
    private ServerProcess prism;
    private final Map<String, String> fatal = new HashMap<>();
    private int starts = 1;
    private Optional<String> untrusted = Optional.empty();

    /**
     * Starts it.
     *
     * @param mistake what is wrong with an answer that Prism makes itself, for which those whom it talks with are not to
     *     blame
     */
    Witness(
            String role,
            boolean strict,
            Supplier<ServerProcess> start,
            BiFunction<TestCase, Relay.Answer, Optional<String>> mistake) {
        this.role = role;
        this.strict = strict;
        this.start = start;
        this.mistake = mistake;
        prism = start.get();
        relay = new Relay(prism.url());
    }

    /** Asks a witness; where it does not even start, that is told, and nothing else is asked. */
    static void asked(
            Checks checks, Layer canary, boolean strict, Supplier<Witness> start, Consumer<Witness> questions) {
        Witness witness;
        try {
            witness = start.get();
        } catch (IllegalStateException | UncheckedIOException e) {
            String line = "Prism cannot be asked: " + e.getMessage();
            checks.check(canary, "starts", () -> strict ? Outcome.failed("Prism", line) : Outcome.passedOver(line));
            return;
        }
        try (witness) {
            questions.accept(witness);
        }
    }

    Relay relay() {
        return relay;
    }

    /** Gets ready for a case: asks for its answer, and starts Prism again where the last case has ended it. */
    private void expect(TestCase testCase) {
        if (!prism.isAlive() && starts < MOST_STARTS) {
            starts++;
            prism = start.get();
            relay.to(prism.url());
        }
        relay.adding(Map.of("Prefer", testCase.preference()));
    }

    /** Whether a case is kept by those who talk through this witness; passes over what it cannot judge. */
    Outcome judges(String side, TestCase testCase, Supplier<List<String>> violations) {
        Optional<String> known = untrusted.or(() -> known(testCase));
        if (known.isPresent()) {
            return passOver(testCase.name(), known.get());
        }
        expect(testCase);
        List<String> found = violations.get();
        Optional<String> objection = objection(testCase);
        return objection.isPresent()
                ? passOver(testCase.name(), objection.get())
                : new Breach(side, testCase, found).outcome();
    }

    /**
     * Passes when this witness refuses one of these cases, which are known to be bad. A witness that lets all of them pass
     * is not asked anything else, because neither its approval nor its objection is worth anything.
     *
     * @param verdict whether it refuses; absent when it has no verdict
     */
    Outcome refuses(String what, Stream<TestCase> bad, Function<TestCase, Optional<Boolean>> verdict) {
        List<Boolean> verdicts = new ArrayList<>();
        for (TestCase each : bad.limit(MOST_CANARIES).toList()) {
            if (known(each).isPresent()) {
                continue;
            }
            expect(each);
            verdict.apply(each).ifPresentOrElse(verdicts::add, () -> objection(each));
            if (verdicts.contains(true)) {
                return Outcome.PASSED;
            }
        }
        if (!verdicts.isEmpty()) {
            untrusted = Optional.of("it lets pass " + what + ", so its word counts for nothing");
        }
        return passOver(what, verdicts.isEmpty() ? "it has no verdict on any" : "it lets all of them pass");
    }

    private Outcome passOver(String what, String reason) {
        String line = role + " cannot judge \"" + what + "\": " + reason;
        return strict ? Outcome.failed("Prism", line) : Outcome.passedOver(line);
    }

    /** Why a case is not even worth a call: its operation has ended Prism before. */
    private Optional<String> known(TestCase testCase) {
        return Optional.ofNullable(fatal.get(testCase.operation().id()));
    }

    /** Why Prism itself stands in the way of a case; absent when it does not. */
    private Optional<String> objection(TestCase testCase) {
        Optional<Relay.Answer> answer = relay.answered();
        if (answer.isEmpty()) {
            if (!prism.endsWithin(Duration.ofSeconds(3))) {
                return Optional.empty();
            }
            String reason = "it ends Prism: " + lastError();
            fatal.put(testCase.operation().id(), reason);
            return Optional.of(reason);
        }
        return Prism.refusal(answer.get())
                .or(() -> answer.filter(a -> a.status() != testCase.status())
                        .map(a -> "Prism answers " + a.status() + " instead of " + testCase.status()))
                .or(() -> mistake.apply(testCase, answer.get()));
    }

    private String lastError() {
        return prism.output().stream()
                .filter(line -> line.contains("Error"))
                .findFirst()
                .orElse("without saying why");
    }

    @Override
    public void close() {
        relay.close();
        prism.close();
    }
}
