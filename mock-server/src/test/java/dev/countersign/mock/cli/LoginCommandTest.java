package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.command.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code serve --oidc}: the stand-in beside the API that its tokens are for. */
class LoginCommandTest {
    private static final String SCHEME =
            "{type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://x.example/t', scopes: {}}}}";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @TempDir
    private Path folder;

    private String document(String paths, String scheme) throws IOException {
        return Files.writeString(folder.resolve("things.yaml"), """
                openapi: 3.1.0
                info: {title: Things, version: '1'}
                paths:
                  /things: {get: {security: [{login: []}], responses: {'200': {description: ''}, '401': {description: ''}}}}
                  %s
                components: {securitySchemes: {login: %s}}
                """.formatted(paths, scheme))
                .toString();
    }

    private static JsonNode token(StartedCommand server) {
        HttpResponse<String> answer = server.send(HttpRequest.newBuilder(URI.create(server.url() + "/__oidc/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=job&client_secret=any")));
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> things(StartedCommand server, String token) {
        return server.get("/things", "Authorization", "Bearer " + token);
    }

    @Test
    void givesTokensThatTheApiTakes() throws IOException {
        try (StartedCommand server = new StartedCommand("serve", document("", SCHEME), "--port", "0", "--oidc")) {
            String token = token(server).path("access_token").asString();

            assertThat(things(server, token).statusCode()).isEqualTo(200);
            assertThat(things(server, "any-other").statusCode()).isEqualTo(200);
            assertThat(server.get("/things").statusCode()).isEqualTo(401);
            assertThat(server.out())
                    .contains("login at " + server.url() + "/__oidc")
                    .doesNotContain(token);
            assertThat(server.err()).isEmpty();
        }
    }

    /** As if the server had been started anew, with another key, while a page kept its token. */
    @Test
    void refusesWhatThisIssuerDidNotSign() throws IOException {
        try (StartedCommand server = new StartedCommand("serve", document("", SCHEME), "--port", "0", "--oidc")) {
            String[] parts = token(server).path("access_token").asString().split("\\.");
            String signature = Base64.getUrlEncoder().encodeToString("another".getBytes(StandardCharsets.US_ASCII));
            HttpResponse<String> refused = things(server, parts[0] + "." + parts[1] + "." + signature);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer realm=\"mock\", error=\"invalid_token\"");
        }
    }

    @Test
    void leavesTokensAloneWhenItIsNotAskedFor() throws IOException {
        try (StartedCommand server = new StartedCommand("serve", document("", SCHEME), "--port", "0")) {
            assertThat(server.get("/__oidc").statusCode()).isEqualTo(404);
            assertThat(server.get(DISCOVERY).statusCode()).isEqualTo(404);
            assertThat(server.out()).doesNotContain("login");
        }
    }

    @Test
    void leavesTheWellKnownAddressToADocumentThatHasIt() throws IOException {
        String own =
                DISCOVERY + ": {get: {responses: {'200': {description: '', content: {text/plain: {example: own}}}}}}";
        try (StartedCommand server = new StartedCommand("serve", document(own, SCHEME), "--port", "0", "--oidc")) {
            assertThat(server.get(DISCOVERY).body()).isEqualTo("own");
            assertThat(server.get("/__oidc" + DISCOVERY).body()).contains("\"issuer\"");
        }
    }

    @Test
    void saysThatADocumentNamesNoLogin() throws IOException {
        String bearer = document("", "{type: http, scheme: bearer}");
        try (StartedCommand server =
                new StartedCommand("serve", bearer, "--port", "0", "--oidc", "--oidc-expires-in", "7")) {
            assertThat(server.err()).contains("no OAuth 2 or OpenID Connect scheme");
            assertThat(token(server).path("expires_in").asInt()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--oidc-expires-in,0",
        "--oidc-expires-in,31536001",
        "--status,200",
        "--status,often",
        "--rate-limit,10",
        "--rate-limit,0/10s",
        "--fault-rate,2",
    })
    void refusesWhatMeansNothing(String flag, String value) throws IOException {
        try (StartedCommand command = new StartedCommand("serve", document("", SCHEME), flag, value)) {
            assertThat(command.code()).isEqualTo(ExitCode.USAGE);
            assertThat(command.err()).contains("Invalid value for option '" + flag + "'", value);
        }
    }

    @Test
    void limitsAndFailsAsTheFlagsSay() throws IOException {
        String document = document("", SCHEME);
        try (StartedCommand server =
                new StartedCommand("serve", document, "--port", "0", "--status", "503", "--rate-limit", "1/600s")) {
            HttpResponse<String> failed = things(server, "x");
            HttpResponse<String> limited = things(server, "x");

            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(failed.headers().firstValue("RateLimit-Policy")).contains("\"mock\";q=1;w=600");
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]{0,2}");
            assertThat(things(server, "another").statusCode()).isEqualTo(503);
        }
    }
}
