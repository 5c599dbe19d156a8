package dev.countersign.mock.state;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.oidc.SigningKey;
import dev.countersign.mock.oidc.TokenSigner;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.mock.state.resource.ResourceBehaviour;
import dev.countersign.mock.state.scenario.Scenario;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.document.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mock that remembers, behind a real socket. Its clock stands still unless it is told to go on. */
final class StatefulServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Making one takes a moment. */
    private static final SigningKey KEY = new SigningKey();

    private final HttpClient http = HttpClient.newHttpClient();
    private final States states = new States();
    private final MockServer server;
    private volatile Instant now = NOW;

    /** Resource-shaped paths are a store. */
    StatefulServer(Contract document) {
        CompiledContract contract = CompiledContract.of(document);
        server = start(contract, resources(contract));
    }

    /** A scenario, and a store for what it says nothing of. */
    StatefulServer(Contract document, String scenario) {
        CompiledContract contract = CompiledContract.of(document);
        Source source = new Source(
                "test.scenario.yaml", URI.create("test:scenario"), scenario.getBytes(StandardCharsets.UTF_8));
        Behaviour rules = Scenario.of(
                source.tree(),
                source::place,
                document,
                states,
                new FittedBody(contract.schemas(), contract.samples()),
                signer(),
                () -> now,
                UUID::randomUUID);
        server = start(contract, rules.or(resources(contract)));
    }

    private Behaviour resources(CompiledContract contract) {
        return ResourceBehaviour.of(
                contract.contract(), contract.schemas(), contract.samples(), states, () -> now, UUID::randomUUID);
    }

    private static MockServer start(CompiledContract contract, Behaviour behaviour) {
        Mock mock = Mock.of(contract, MockOptions.DEFAULTS, behaviour);
        return MockServer.start(mock::answer, ServerSettings.onFreePort());
    }

    /** Knows the tokens of the scenario. */
    TokenSigner signer() {
        return new TokenSigner(KEY, () -> now);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    States states() {
        return states;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
