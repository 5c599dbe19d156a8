package dev.countersign.verify;

import dev.countersign.verify.cases.Case;
import dev.countersign.verify.typed.Expectation;
import dev.countersign.verify.typed.GeneratedClient;
import dev.countersign.verify.typed.Outcome;
import dev.countersign.verify.typed.TypedClient;
import java.net.URI;
import java.util.List;

/** Lets a new client make the call of a case, and holds what it hands out against the case. */
final class ClientCall {
    private ClientCall() {}

    /** What is wrong with the client, one line each; empty when it keeps the case. */
    static List<String> violations(URI server, Case conversation) {
        return violations(server, conversation, true);
    }

    /** As before; a body need not be literally the contract's where the server is free in it. */
    static List<String> violations(URI server, Case conversation, boolean literal) {
        try (TypedClient client =
                new GeneratedClient(server, conversation.credentials().asHeaders())) {
            return Expectation.violations(
                    conversation,
                    client.call(conversation.operation().id()),
                    Outcome.of(client, conversation),
                    literal);
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
