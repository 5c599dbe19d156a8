package dev.countersign.verify;

import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.Credentials;
import dev.countersign.verify.pact.PactMockServer;
import dev.countersign.verify.typed.Expectation;
import dev.countersign.verify.typed.GeneratedClient;
import dev.countersign.verify.typed.Outcome;
import dev.countersign.verify.typed.TypedClient;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Lets a new client make the call of a case, and holds what it hands out against the case. */
final class ClientCall {
    private ClientCall() {}

    /** What is wrong with the client, one line each; empty when it keeps the case. */
    static List<String> violations(URI server, Case conversation) {
        return violations(server, conversation, true);
    }

    /** As before; a body need not be literally the contract's where the server is free in it. */
    static List<String> violations(URI server, Case conversation, boolean literal) {
        Credentials credentials = conversation.credentials();
        try (TypedClient client = new GeneratedClient(server, credentials.secrets(), credentials.asHeaders())) {
            return Expectation.violations(
                    conversation,
                    client.call(conversation.operation().id()),
                    Outcome.of(client, conversation),
                    literal);
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The same against Pact's mock server, which also says what is wrong with the request. */
    static List<String> failures(PactMockServer server, V4Interaction.SynchronousHttp interaction, Case conversation) {
        PactMockServer.Exchange<List<String>> exchange =
                server.exchange(interaction, url -> violations(url, conversation));
        return all(exchange.mismatches(), exchange.outcome());
    }

    /** What is wrong on either side of a call, the cause first: of an answer that is odd, or of a call that is not made. */
    static List<String> all(List<String> mismatches, List<String> violations) {
        return mismatches.equals(List.of(PactMockServer.NOT_CALLED))
                ? Stream.concat(violations.stream(), mismatches.stream()).toList()
                : Stream.concat(mismatches.stream(), violations.stream()).toList();
    }
}
