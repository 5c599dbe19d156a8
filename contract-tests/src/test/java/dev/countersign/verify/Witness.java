package dev.countersign.verify;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.provider.Relay;
import dev.countersign.verify.provider.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Prism in one of its two roles, with a relay in front of it that says which documented answer is wanted. It is asked one
 * question at a time. On the build's own contract nothing is passed over; on any other, what Prism itself cannot judge is.
 */
final class Witness implements AutoCloseable {
    private static final boolean STRICT = Boolean.getBoolean("witness.strict");

    private static final int MOST_CANARIES = 5;

    /** A document that Prism cannot bear at all would otherwise cost seconds for each case. */
    private static final int MOST_STARTS = 10;

    private final String role;
    private final Supplier<ServerProcess> start;
    private final BiFunction<Case, Relay.Answer, Optional<String>> mistake;
    private final Relay relay;
    private ServerProcess prism;
    private final Map<String, String> fatal = new HashMap<>();
    private int starts = 1;

    /** A witness whose answers come from elsewhere. */
    Witness(String role, Supplier<ServerProcess> start) {
        this(role, start, (conversation, answer) -> Optional.empty());
    }

    /**
     * A witness that makes its answers itself.
     *
     * @param mistake what is wrong with such an answer, for which those whom it talks with are not to blame
     */
    Witness(String role, Supplier<ServerProcess> start, BiFunction<Case, Relay.Answer, Optional<String>> mistake) {
        this.role = role;
        this.start = start;
        this.mistake = mistake;
        prism = start.get();
        relay = new Relay(prism.url());
    }

    Relay relay() {
        return relay;
    }

    /** Gets ready for a case: asks for its answer, and starts Prism again where the last case has ended it. */
    private void expect(Case conversation) {
        if (!prism.isAlive() && starts < MOST_STARTS) {
            starts++;
            prism = start.get();
            relay.to(prism.url());
        }
        relay.adding(Map.of("Prefer", conversation.preference()));
    }

    /** Fails unless a case is kept by those who talk through this witness; passes over what it cannot judge. */
    void judges(String side, Case conversation, Supplier<List<String>> violations) {
        known(conversation).ifPresent(reason -> passOver(conversation.name(), reason));
        expect(conversation);
        List<String> found = violations.get();
        objection(conversation).ifPresent(reason -> passOver(conversation.name(), reason));
        new Breach(side, conversation, found).isNone();
    }

    /**
     * Fails unless this witness refuses one of these cases, which are known to be bad. Without any refusal, the approval
     * that follows is worth nothing.
     *
     * @param verdict whether it refuses; absent when it has no verdict
     */
    void refuses(String what, Stream<Case> bad, Function<Case, Optional<Boolean>> verdict) {
        List<Boolean> verdicts = new ArrayList<>();
        for (Case each : bad.limit(MOST_CANARIES).toList()) {
            if (known(each).isPresent()) {
                continue;
            }
            expect(each);
            verdict.apply(each).ifPresentOrElse(verdicts::add, () -> objection(each));
            if (verdicts.contains(true)) {
                return;
            }
        }
        passOver(what, verdicts.isEmpty() ? "it has no verdict on any" : "it lets all of them pass");
    }

    private void passOver(String what, String reason) {
        String line = role + " cannot judge \"" + what + "\": " + reason;
        if (STRICT) {
            fail(line);
        }
        System.out.println("contract tests: " + line);
        abort(line);
    }

    /** Why a case is not even worth a call: its operation has ended Prism before. */
    private Optional<String> known(Case conversation) {
        return Optional.ofNullable(fatal.get(conversation.operation().id()));
    }

    /** Why Prism itself stands in the way of a case; absent when it does not. */
    private Optional<String> objection(Case conversation) {
        Optional<Relay.Answer> answer = relay.answered();
        if (answer.isEmpty()) {
            if (!prism.endsWithin(Duration.ofSeconds(3))) {
                return Optional.empty();
            }
            fatal.put(conversation.operation().id(), "it ends Prism: " + lastError());
            return known(conversation);
        }
        return Prism.refusal(answer.get())
                .or(() -> answer.filter(a -> a.status() != conversation.status())
                        .map(a -> "Prism answers " + a.status() + " instead of " + conversation.status()))
                .or(() -> mistake.apply(conversation, answer.get()));
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
