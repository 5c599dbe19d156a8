package dev.countersign.verify.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.verify.ShippedContract;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.pact.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider is given that {@code -Dprovider.url} and its companions name. */
class NamedProviderTest {
    @TempDir
    Path folder;

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    record Received(String path, String query, Map<String, List<String>> headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyCaseIsSetUpFirstAndCarriesTheProvidersOwnCredentials() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        ProviderUnderTest provider = ProviderUnderTest.named(Map.of(
                        "provider.url",
                        url + "/base",
                        "provider.state.url",
                        url + "/states",
                        "provider.header.Authorization",
                        "Bearer real",
                        "provider.query.real_key",
                        "a b"))
                .orElseThrow();
        Subject subject = ShippedContract.subject();
        PactVerification pact =
                new PactVerification(ShippedContract.pactIn(folder), subject.contract(), subject.derivation());

        for (PactVerification.Promise promise : pact.promises().limit(3).toList()) {
            TestCase testCase = promise.testCase();
            received.clear();
            pact.failures(provider, promise);

            Received state = received.get(0);
            assertThat(state.path()).isEqualTo("/states");
            JsonNode told = JsonMapper.shared().readTree(state.body());
            assertThat(told.path("state").asString()).isEqualTo(testCase.state().name());
            assertThat(told.path("params").path("operation").asString())
                    .isEqualTo(testCase.operation().id());
            assertThat(told.path("params").path("status").asInt()).isEqualTo(testCase.status());
            Received request = received.get(1);
            assertThat(request.path()).startsWith("/base/");
            assertThat(request.query()).contains("real_key=a+b");
            assertThat(request.headers()).containsEntry("Authorization", List.of("Bearer real"));
        }
    }

    @Test
    void noProviderIsNamedWithoutItsUrl() {
        assertThat(ProviderUnderTest.named(Map.of("provider.url", " ", "provider.header.X", "y")))
                .isEmpty();
    }

    @Test
    void nothingSecretIsPrintedOfIt() {
        ProviderUnderTest provider = ProviderUnderTest.named(Map.of(
                        "provider.url", "https://user:secret@provider.invalid/base",
                        "provider.header.Authorization", "Bearer secret"))
                .orElseThrow();

        assertThat(provider).hasToString("the provider at https://provider.invalid/base");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestURI().getRawQuery()),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
