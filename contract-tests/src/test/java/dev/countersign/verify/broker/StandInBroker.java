package dev.countersign.verify.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A broker on a socket of this machine: it speaks the HAL resources of a Pact Broker 2.8x as far as a build needs them, keeps
 * what it is sent, and answers from that.
 */
public final class StandInBroker implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Optional<String> authorization = Optional.empty();

    /** What came in; {@code authorization} is empty where there was none. */
    public record Received(String call, String authorization, String body) {}

    public StandInBroker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        answer("GET /", """
                {"_links": {
                  "pb:publish-contracts": {"href": "%1$scontracts/publish"},
                  "pb:provider-pacts-for-verification":
                    {"href": "%1$spacts/provider/{provider}/for-verification", "templated": true},
                  "pb:pacticipant-version":
                    {"href": "%1$spacticipants/{pacticipant}/versions/{version}", "templated": true},
                  "pb:pacticipant-branch-version":
                    {"href": "%1$spacticipants/{pacticipant}/branches/{branch}/versions/{version}", "templated": true}}}
                """);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Answers a call from now on; {@code %1$s} in the text becomes this broker's address. A leading number is the status. */
    public void answer(String call, String text) {
        answers.put(call, text);
    }

    /** Refuses from now on every request without this. */
    void demand(String value) {
        authorization = Optional.of(value);
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** The body of the only call of this kind. */
    public String bodyOf(String call) {
        List<String> bodies = received().stream()
                .filter(r -> r.call().equals(call))
                .map(Received::body)
                .toList();
        if (bodies.size() != 1) {
            throw new AssertionError(bodies.size() + " calls " + call + " among " + received());
        }
        return bodies.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        received.add(
                new Received(call, sent, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (authorization.isPresent() && !authorization.get().equals(sent)) {
            respond(exchange, 401, "");
            return;
        }
        String answer = answers.get(call);
        if (answer == null) {
            respond(exchange, 404, "{\"error\": \"there is none\"}");
        } else if (answer.matches("(?s)\\d{3} .*")) {
            String[] location = answer.substring(4).split(" ", 2);
            if (answer.startsWith("3")) {
                exchange.getResponseHeaders().add("Location", location[0]);
            }
            respond(exchange, Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
        } else {
            respond(exchange, exchange.getRequestMethod().equals("GET") ? 200 : 201, answer);
        }
    }

    private void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.replace("%1$s", url().toString()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/hal+json;charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
