package dev.countersign.mock.oidc;

import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in on a socket, with a browser that keeps its cookies and shows each redirect. */
final class Provider implements AutoCloseable {
    static final String CALLBACK = "http://localhost:5173/callback";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-section-4.1-of-it";
    private static final SigningKey KEY = new SigningKey();

    final LoginServer login;
    private final MockServer server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    /** Its clock stands still until {@link #pass} is called. */
    Provider(String... redirects) {
        InstantSource clock = () -> now;
        login = new LoginServer(
                new LoginSettings(Set.of(redirects), Duration.ofMinutes(5)), new TokenSigner(KEY, clock), "http");
        server = MockServer.start(login::answer, ServerSettings.onFreePort());
    }

    /** Stands in for a document with these components. */
    Provider of(String components) {
        login.standInFor(List.of(ContractLoader.load(
                        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents: " + components,
                        "a.yaml",
                        Path.of(""),
                        LoadOptions.DEFAULT)
                .contract()));
        return this;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String url() {
        return server.url();
    }

    record Answer(int status, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        /** A parameter of the address that the browser is sent to. */
        String told(String name) {
            String location = header("Location");
            return Parameter.of(location.substring(Math.max(location.indexOf('?'), location.indexOf('#')) + 1), name);
        }
    }

    private static final class Parameter {
        static String of(String query, String name) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, Map<String, String> form, String... headers) {
        return post(path, Parameters.encoded(form), headers);
    }

    Answer post(String path, String form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    /** A request for a login that is in order, with changes; an empty value takes a parameter away. */
    static Map<String, String> wish(String... changes) {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("client_id", "page");
        wish.put("redirect_uri", CALLBACK);
        wish.put("response_type", "code");
        wish.put("scope", "openid profile email");
        wish.put("state", "s t&te");
        wish.put("nonce", "n0nce");
        wish.put("code_challenge", challenge());
        wish.put("code_challenge_method", "S256");
        return changed(wish, changes);
    }

    private static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.sha256(VERIFIER));
    }

    static Map<String, String> changed(Map<String, String> map, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            map.put(changes[i], changes[i + 1]);
            map.values().removeIf(String::isEmpty);
        }
        return map;
    }

    Answer authorize(String... changes) {
        return get("/__oidc/authorize?" + Parameters.encoded(wish(changes)));
    }

    /** What happens when the page's form is sent. */
    Answer logIn(String user, String... changes) {
        return post("/__oidc/login?" + Parameters.encoded(wish(changes)), Map.of("user", user, "decision", "allow"));
    }

    Map<String, String> exchange(String code, String... changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "page",
                "redirect_uri", CALLBACK,
                "code", code,
                "code_verifier", VERIFIER));
        return changed(form, changes);
    }

    /** The tokens of somebody who logs in. */
    JsonNode tokens(String user) {
        return post("/__oidc/token", exchange(logIn(user).told("code"))).json();
    }

    Answer refresh(String token, String... changes) {
        return post(
                "/__oidc/token",
                changed(
                        new LinkedHashMap<>(
                                Map.of("grant_type", "refresh_token", "client_id", "page", "refresh_token", token)),
                        changes));
    }

    static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    @Override
    public void close() {
        server.close();
    }
}
