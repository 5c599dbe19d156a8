package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.control.access.Access;
import dev.countersign.mock.control.access.Entrance;
import dev.countersign.mock.server.Callers;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ReservedRoutes;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.contract.Contract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mock under control, on a real socket; its control API has been asked for once. */
record ControlServer(MockServer server, HttpClient http) implements AutoCloseable {
    static final String API = "/__mock/api";

    static ControlServer of(Contract contract) {
        return of(Mock.compile(contract, MockOptions.DEFAULTS));
    }

    static ControlServer of(Mock mock) {
        Control control = new Control(() -> Instant.parse("2026-01-31T12:00:00Z"), System::nanoTime);
        Callers callers = new Callers(List.of());
        MockServer server = MockServer.startWhen(
                CompletableFuture.completedFuture(null),
                (request, reply) -> reply.send(control.walk(mock, request).reply()),
                Optional.of(new ReservedRoutes(
                        ConsoleRoutes.PATH,
                        new Entrance(
                                ConsoleRoutes.PATH,
                                List.of(ConsoleRoutes.PATH),
                                new Access(callers::refusal, Optional.empty()),
                                new ConsoleRoutes(ConsoleRoutes.PATH, control, () -> mock, List.of())))),
                ServerSettings.onFreePort());
        ControlServer started = new ControlServer(server, HttpClient.newHttpClient());
        started.call("GET", API + "/operations", "");
        return started;
    }

    CompletableFuture<HttpResponse<String>> begin(String method, String target, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + target))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> call(String method, String target, String body, String... headers) {
        return begin(method, target, body, headers).join();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
