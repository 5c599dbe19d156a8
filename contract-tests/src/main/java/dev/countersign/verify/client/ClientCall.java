package dev.countersign.verify.client;

import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.pact.PactMockServer;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Lets a new client make the call of a case, and holds what it hands out against the case.
 *
 * @param client the client
 */
public record ClientCall(GeneratedClient client) {
    /** What is wrong with the client, one line each; empty when it keeps the case. */
    public List<String> violations(URI server, TestCase testCase) {
        return violations(server, testCase, true);
    }

    /** As before; a body need not be literally the contract's where the server is free in it. */
    public List<String> violations(URI server, TestCase testCase, boolean literal) {
        try {
            return ResultCheck.violations(testCase, client.call(testCase), client.call(server, testCase), literal);
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The items of the first pages that begin with a case, written back to JSON. */
    public List<List<JsonNode>> pages(URI server, TestCase testCase, int most) {
        return client.pages(server, testCase, most);
    }

    /** Whether the call of a case can be answered with a stream. */
    public boolean isStream(TestCase testCase) {
        return client.isStream(testCase);
    }

    /** The items of the stream that a case is answered with, from a mock server that prefers an example of this name. */
    public List<JsonNode> items(URI server, TestCase testCase, String example) {
        return client.items(server, testCase, testCase.preference(example));
    }

    /** The same against Pact's mock server, which also says what is wrong with the request. */
    public List<String> failures(PactMockServer server, V4Interaction.SynchronousHttp interaction, TestCase testCase) {
        PactMockServer.Exchange<List<String>> exchange = server.exchange(interaction, url -> violations(url, testCase));
        return all(exchange.mismatches(), exchange.outcome());
    }

    /** What is wrong on either side of a call, the cause first: of an answer that is odd, or of a call that is not made. */
    public static List<String> all(List<String> mismatches, List<String> violations) {
        return mismatches.equals(List.of(PactMockServer.NOT_CALLED))
                ? Stream.concat(violations.stream(), mismatches.stream()).toList()
                : Stream.concat(mismatches.stream(), violations.stream()).toList();
    }
}
