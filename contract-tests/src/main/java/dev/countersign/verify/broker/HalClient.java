package dev.countersign.verify.broker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * HTTP with resources that link to each other (HAL). Credentials are sent to the broker's own origin alone, whatever a
 * link or a redirect says. Thread-safe.
 */
final class HalClient {
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BrokerSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    HalClient(BrokerSettings settings) {
        this.settings = settings;
    }

    /** The broker's entry, from which everything is found. */
    HalResource index() {
        return get(settings.url().toString());
    }

    HalResource get(String link) {
        return send("GET", link, Optional.empty());
    }

    HalResource post(String link, JsonNode body) {
        return send("POST", link, Optional.of(body));
    }

    HalResource put(String link, JsonNode body) {
        return send("PUT", link, Optional.of(body));
    }

    private HalResource send(String method, String link, Optional<JsonNode> body) {
        URI target = own(link);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Accept", "application/hal+json, application/json;q=0.9")
                .method(
                        method,
                        body.map(node -> HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(node)))
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(node -> request.header("Content-Type", "application/json"));
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        String call = method + " " + target;
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new HalResource(call, checked(call, response));
        } catch (IOException e) {
            throw BrokerException.failure("the broker does not answer " + call + ": "
                    + Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BrokerException.failure("interrupted at " + call);
        }
    }

    /** The address that a link means, which has to be the broker's. */
    private URI own(String link) {
        URI base = settings.url();
        URI target;
        try {
            target = base.resolve(link);
        } catch (IllegalArgumentException e) {
            throw BrokerException.failure("the broker links to what is no address: " + link);
        }
        if (!base.getScheme().equals(target.getScheme()) || !base.getAuthority().equals(target.getAuthority())) {
            throw BrokerException.failure("the broker at " + base + " links to " + target.getScheme() + "://"
                    + target.getHost() + ", where nothing is sent; set " + BrokerSettings.URL
                    + " to the address that the broker gives itself, or the broker's own address to this one");
        }
        return target;
    }

    private JsonNode checked(String call, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw BrokerException.failure("the broker refuses our credentials with " + status + " at " + call
                    + "; check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD");
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        JsonNode answer = read(text);
        if (status >= 300) {
            throw BrokerException.failure("the broker answers " + status + " to " + call + HalResource.reason(answer));
        }
        if (answer.isMissingNode() && !text.isBlank()) {
            throw BrokerException.failure("what answers " + call + " is no broker: it sends no JSON");
        }
        return answer;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
