package dev.countersign.verify;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.provider.Relay;
import dev.countersign.verify.provider.ServerProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Prism in one of its two roles, with a relay in front of it that says which documented answer is wanted. */
final class Witness implements AutoCloseable {
    /** A document that Prism cannot bear at all would otherwise cost seconds for each case. */
    private static final int MOST_STARTS = 10;

    private final String role;
    private final Supplier<ServerProcess> start;
    private final Relay relay;
    private ServerProcess prism;
    private final Map<String, String> fatal = new HashMap<>();
    private int starts = 1;

    Witness(String role, Supplier<ServerProcess> start) {
        this.role = role;
        this.start = start;
        prism = start.get();
        relay = new Relay(prism.url());
    }

    String role() {
        return role;
    }

    Relay relay() {
        return relay;
    }

    /** Gets ready for a case: asks for its answer, and starts Prism again where the last case has ended it. */
    void expect(Case conversation) {
        if (!prism.isAlive() && starts < MOST_STARTS) {
            starts++;
            prism = start.get();
            relay.to(prism.url());
        }
        relay.adding(
                Map.of("Prefer", conversation.preference()),
                conversation.credentials().query());
    }

    /** Why a case is not even worth a call: its operation has ended Prism before. */
    Optional<String> known(Case conversation) {
        return Optional.ofNullable(fatal.get(conversation.operation().id()));
    }

    /** Why Prism itself stands in the way of a case; absent when it does not. */
    Optional<String> objection(Case conversation) {
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
                        .map(a -> "Prism answers " + a.status() + " instead of " + conversation.status()));
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
