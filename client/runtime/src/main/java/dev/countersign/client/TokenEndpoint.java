package dev.countersign.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fetches tokens (RFC 6749 section 5). Not called by two threads at once. */
final class TokenEndpoint implements Supplier<TokenCache.Token> {
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI tokenUrl;
    private final @Nullable String authorization;
    private final Map<String, String> form;
    private final Clock clock;
    private final Duration timeout;
    private final @Nullable HttpClient httpClient;

    TokenEndpoint(
            URI tokenUrl,
            @Nullable String authorization,
            Map<String, String> form,
            Clock clock,
            Duration timeout,
            @Nullable HttpClient httpClient) {
        this.tokenUrl = tokenUrl;
        this.authorization = authorization;
        this.form = new LinkedHashMap<>(form);
        this.clock = clock;
        this.timeout = timeout;
        this.httpClient = httpClient;
    }

    @Override
    public TokenCache.Token get() {
        HttpResponse<byte[]> response;
        try (Connections connections = connections()) {
            response = connections.client().orElseThrow().send(request(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException("the thread was interrupted", e);
        } catch (IOException e) {
            throw new TokenException("no answer from " + tokenUrl.getAuthority(), e);
        }
        JsonNode answer = json(response.body());
        String token = answer.path("access_token").asText("");
        if (response.statusCode() != 200 || token.isEmpty()) {
            throw new TokenException(response.statusCode(), answer.path("error").textValue());
        }
        if (form.containsKey(REFRESH_TOKEN) && answer.path(REFRESH_TOKEN).isTextual()) {
            form.put(REFRESH_TOKEN, answer.path(REFRESH_TOKEN).textValue());
        }
        return new TokenCache.Token(token, expiry(answer.path("expires_in")));
    }

    /** A token is wanted once in an hour or so: connections that are kept would only wait for that. */
    private Connections connections() {
        return httpClient == null
                ? Connections.own(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .build())
                : Connections.of(httpClient);
    }

    private HttpRequest request() {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(tokenUrl)
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode answer = MAPPER.readTree(body);
            return answer == null ? MAPPER.createObjectNode() : answer;
        } catch (IOException e) {
            return MAPPER.createObjectNode();
        }
    }

    /** Some servers write the number as a text; without one, the token is kept until it is refused. */
    private Instant expiry(JsonNode seconds) {
        long left = seconds.asLong(-1);
        return left < 0 ? Instant.MAX : clock.instant().plusSeconds(left);
    }
}
