package dev.countersign.verify.pact;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** Pact's mock server, started anew for each interaction, because it cannot tell two answers to one request apart. */
public final class PactMockServer {
    /** What is wrong with a client that has sent nothing at all. */
    public static final String NOT_CALLED = "the client sends no such request";

    private final ContractPact pact;

    /** Serves interactions of this pact. */
    public PactMockServer(ContractPact pact) {
        this.pact = pact;
    }

    /**
     * What came of one interaction.
     *
     * @param outcome what the client made of the answer
     * @param mismatches how the client's request differs from the pact, one line each; empty when it does not
     */
    public record Exchange<T>(T outcome, List<String> mismatches) {
        public Exchange {
            mismatches = List.copyOf(mismatches);
        }
    }

    /** Lets a client, given the server's address, make the call of one interaction. */
    public <T> Exchange<T> exchange(V4Interaction.SynchronousHttp interaction, Function<URI, T> client) {
        BaseMockServer server = MockHttpServerKt.mockServer(
                pact.of(List.of(interaction)), MockProviderConfig.httpConfig("127.0.0.1", 0, PactSpecVersion.V4));
        server.start();
        T outcome;
        try {
            outcome = client.apply(URI.create(server.getUrl()));
        } finally {
            server.stop();
        }
        return new Exchange<>(outcome, mismatches(server.validateMockServerState(outcome)));
    }

    /** Says what is wrong with the request, and repeats no body that it may hold. */
    private static List<String> mismatches(PactVerificationResult result) {
        if (result instanceof PactVerificationResult.Mismatches several) {
            return several.getMismatches().stream()
                    .flatMap(each -> mismatches(each).stream())
                    .toList();
        }
        if (result instanceof PactVerificationResult.PartialMismatch partial) {
            return partial.getMismatches().stream()
                    .map(mismatch -> "request: " + mismatch.description())
                    .toList();
        }
        if (result instanceof PactVerificationResult.UnexpectedRequest unexpected) {
            IRequest request = unexpected.getRequest();
            return List.of("the client sends " + request.getMethod() + " " + request.getPath());
        }
        return result instanceof PactVerificationResult.Ok ? List.of() : List.of(NOT_CALLED);
    }
}
