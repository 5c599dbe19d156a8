package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.mock.cli.command.ExitCode;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Console and control API, over the network, of a server with a token and of one without. */
class ControlTokenTest {
    private static final String TOKEN = "planted-token";
    private static final String DOCUMENT = "../openapi/auth.yaml";
    private static final String[] BEARER = {"Authorization", "Bearer " + TOKEN};

    private static StartedCommand serve(Map<String, String> environment, String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"serve", DOCUMENT, "--port", "0"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new StartedCommand(environment, arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/__mock/",
                "/__mock/console.js",
                "/__mock/docs/",
                "/__mock/openapi.json",
                "/__mock/api/operations",
                "/__mock/events",
                "/__journal"
            })
    void isNeededForEverythingThatTellsOrOrders(String path) {
        try (StartedCommand server = serve(Map.of(), "--control-token", TOKEN, "--journal")) {
            HttpResponse<String> refused = server.get(path);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
            if (!path.endsWith("/events")) {
                assertThat(server.get(path, BEARER).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void isNotNeededToSeeThatTheServerIsUpNorByTheApi() {
        try (StartedCommand server = serve(Map.of("COUNTERSIGN_CONTROL_TOKEN", TOKEN))) {
            assertThat(server.get("/__mock/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/__mock/health").statusCode()).isEqualTo(200);
            assertThat(server.get("/").statusCode()).isEqualTo(404);
            assertThat(server.get("/__mock/api/operations").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void isAskedOfABrowserOnceAndNeverShown() {
        try (StartedCommand server = serve(Map.of(), "--control-token", TOKEN)) {
            HttpResponse<String> sent = server.get("/__mock/", "Accept", "text/html");
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(sent.headers().firstValue("Location")).contains("/__mock/login");
            assertThat(server.get("/__mock/login").body()).contains("<form method=\"post\">");

            HttpResponse<String> wrong = logIn(server, "another");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("not the server's token");
            assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();

            HttpResponse<String> right = logIn(server, TOKEN);
            assertThat(right.statusCode()).isEqualTo(303);
            String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .contains("; Path=/__mock; HttpOnly; SameSite=Strict")
                    .doesNotContain(TOKEN, "Secure");
            assertThat(server.get("/__mock/api/operations", "Cookie", cookie.replaceFirst(";.*", ""))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.out() + server.err()).doesNotContain(TOKEN);
        }
    }

    private static HttpResponse<String> logIn(StartedCommand server, String token) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + "/__mock/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token)));
    }

    @Test
    void coversTheConsolesOfSeveralDocuments() {
        try (StartedCommand server =
                serve(Map.of(), "../openapi/src/test/resources/contracts/library.yaml", "--control-token", TOKEN)) {
            for (String path : new String[] {"/__mock/", "/__mock/auth/", "/__mock/library/api/operations"}) {
                assertThat(server.get(path).statusCode()).isEqualTo(401);
                assertThat(server.get(path, BEARER).statusCode()).isEqualTo(200);
            }
            assertThat(server.get("/__mock/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/__mock/auth/ready").statusCode()).isEqualTo(200);
        }
    }

    /** Over the network there is no other machine in a test; an address that is no loopback one is as good as that. */
    @Test
    void isTheWayInForOtherMachines() throws SocketException {
        Optional<String> address = ownAddress();
        assumeTrue(address.isPresent(), "This machine has no network.");
        try (StartedCommand open = serve(Map.of(), "--host", "0.0.0.0", "--journal");
                StartedCommand guarded = serve(Map.of(), "--host", "0.0.0.0", "--control-token", TOKEN)) {
            for (String path :
                    new String[] {"/__mock/", "/__mock/api/operations", "/__mock/openapi.json", "/__journal"}) {
                HttpResponse<String> refused = get(open, address.get(), path);
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("--control-token");
                assertThat(get(open, "127.0.0.1", path).statusCode()).isEqualTo(200);
            }
            assertThat(get(open, address.get(), "/__mock/ready").statusCode()).isEqualTo(200);
            assertThat(get(open, address.get(), "/nowhere").statusCode()).isEqualTo(404);
            assertThat(get(open, address.get(), "/__mock/", "X-Forwarded-For", "127.0.0.1")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(guarded, address.get(), "/__mock/api/operations").statusCode())
                    .isEqualTo(401);
            assertThat(get(guarded, address.get(), "/__mock/api/operations", BEARER)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static Optional<String> ownAddress() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private static HttpResponse<String> get(StartedCommand server, String host, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url().replace("0.0.0.0", host) + path));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void isRefusedWhereNoFieldCouldCarryItWithoutBeingRepeated() {
        try (StartedCommand server = serve(Map.of(), "--control-token", "planted token")) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.err()).contains("--control-token").doesNotContain("planted");
        }
    }
}
