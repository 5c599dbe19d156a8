package dev.countersign.mock.state;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.mock.state.resource.ResourceBehaviour;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stateful mock behind a real socket. Its clock stands still. */
final class StatefulServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();
    private final MockServer server;
    private final States states = new States();

    StatefulServer(Contract document) {
        CompiledContract contract = CompiledContract.of(document);
        Mock mock = Mock.of(
                contract,
                MockOptions.DEFAULTS,
                ResourceBehaviour.of(
                        document, contract.schemas(), contract.samples(), states, () -> NOW, UUID::randomUUID));
        server = MockServer.start(mock::answer, ServerSettings.onFreePort());
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
