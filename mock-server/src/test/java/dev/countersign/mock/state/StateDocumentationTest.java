package dev.countersign.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples of {@code docs/state.md} do what the page says. */
class StateDocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^### (.+)\\R```yaml\\R([\\s\\S]*?)^```$");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```yaml\\R(openapi: [\\s\\S]*?)^```$");
    private static String page;
    private static Contract contract;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/state.md"));
        MatchResult document = BLOCK.matcher(page).results().findFirst().orElseThrow();
        contract = Contracts.parse(document.group(1));
    }

    private static StatefulServer serve(String heading) {
        List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();
        assertThat(examples).hasSize(4);
        return new StatefulServer(
                contract,
                examples.stream()
                        .filter(example -> example.group(1).startsWith(heading))
                        .findFirst()
                        .orElseThrow()
                        .group(2));
    }

    private static JsonNode post(StatefulServer server, String path, String body) {
        return StatefulServer.json(server.send("POST", path, body));
    }

    @Test
    void somethingThatTakesAWhile() {
        try (StatefulServer server = serve("Something that takes a while")) {
            assertThat(server.json("/exports/e1").path("status").asString()).isEqualTo("running");
            assertThat(server.json("/exports/e1").path("status").asString()).isEqualTo("done");
            assertThat(server.json("/exports/e1").path("status").asString()).isEqualTo("done");
        }
    }

    @Test
    void theThirdAttemptSucceeds() {
        try (StatefulServer server = serve("The third attempt")) {
            assertThat(server.send("POST", "/exports", "{}").headers().firstValue("Retry-After"))
                    .contains("1");
            assertThat(server.send("POST", "/exports", "{}").statusCode()).isEqualTo(503);
            assertThat(server.send("POST", "/exports", "{}").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void whatWasSentComesBack() {
        try (StatefulServer server = serve("What was sent")) {
            JsonNode started = post(server, "/exports", "{\"name\": \"March\"}");
            String path = "/exports/" + started.path("id").asString();
            assertThat(started.path("name").asString()).isEqualTo("Export of March");
            assertThat(server.json(path).path("status").asString()).isEqualTo("running");
            assertThat(server.json(path).path("status").asString()).isEqualTo("running");
            assertThat(server.json(path).path("status").asString()).isEqualTo("done");
            assertThat(server.json(path).path("name").asString()).isEqualTo("March");
            assertThat(server.get("/exports/other").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void signInFirst() {
        try (StatefulServer server = serve("Sign in first")) {
            assertThat(server.send("POST", "/exports", "{}").statusCode()).isEqualTo(401);
            String token = "Bearer "
                    + post(server, "/session", "{\"user\": \"ann\"}")
                            .path("token")
                            .asString();
            assertThat(server.send("POST", "/exports", "{}", "Authorization", token)
                            .statusCode())
                    .isEqualTo(201);
            server.pass(Duration.ofSeconds(601));
            assertThat(server.send("POST", "/exports", "{}", "Authorization", token)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.json("/.well-known/jwks.json").path("keys").size())
                    .isEqualTo(1);
        }
    }
}
