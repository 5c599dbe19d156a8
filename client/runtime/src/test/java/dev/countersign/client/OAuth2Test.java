package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.OrderRequest;

/** Tokens of OAuth 2, from a token endpoint and for an API that both listen. */
class OAuth2Test {
    private static final String SECRET = "s3cret:with/colon";

    /** A clock that stands until it is set. */
    private static final class Standing extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicInteger issued = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger busy = new AtomicInteger();
    private final Standing clock = new Standing();
    private volatile String tokenAnswer = "";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(workers);
        server.createContext("/oauth/token", this::token);
        server.createContext("/feedings", this::order);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        boolean fails = tokenAnswer.startsWith("{\"error");
        String token = "token-" + issued.incrementAndGet();
        valid.add(token);
        String answer =
                fails ? tokenAnswer : "{\"access_token\":\"" + token + "\",\"expires_in\":3600" + tokenAnswer + "}";
        answer(exchange, fails ? 401 : 200, answer);
    }

    private void order(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        shown.add(token);
        keys.add(exchange.getRequestHeaders().getFirst("X-Idempotency-Key"));
        if (!valid.contains(token.substring("Bearer ".length()))) {
            answer(exchange, 401, "");
        } else {
            answer(exchange, busy.getAndDecrement() > 0 ? 503 : 204, "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private OAuth2 tokens() {
        return OAuth2.clientCredentials(url() + "/oauth/token", "me", SECRET).withClock(clock);
    }

    private ClientBuilder<ZooClient> client() {
        return ZooClient.builder().baseUrl(url()).pause(delay -> {});
    }

    @Test
    void tokensComeFromTheContractsOwnPlace() {
        try (ZooClient client =
                client().clientCredentials("me", SECRET, "feed", "clean").build()) {
            client.keepers().order();
            client.async().keepers().order().join();
        }
        String basic =
                Base64.getEncoder().encodeToString("me:s3cret%3Awith%2Fcolon".getBytes(StandardCharsets.US_ASCII));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0))
                .startsWith("Basic " + basic)
                .contains("grant_type=client_credentials", "scope=feed+clean");
        assertThat(shown).containsExactly("Bearer token-1", "Bearer token-1");
    }

    @Test
    void aTokenIsRenewedBeforeItExpires() {
        try (ZooClient client = client().bearer(tokens().credential()).build()) {
            client.keepers().order();
            clock.now = clock.now.plus(Duration.ofSeconds(3500));
            client.keepers().order();
            clock.now = clock.now.plus(Duration.ofSeconds(99));
            client.keepers().order();
        }
        assertThat(shown).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndTheCallMadeOnceMore() {
        try (ZooClient client = client().bearer(tokens().credential()).build()) {
            client.keepers().order();
            valid.clear();
            client.keepers().order();
            valid.clear();
            client.async().keepers().order().join();
        }
        assertThat(shown)
                .containsExactly(
                        "Bearer token-1", "Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-3");
    }

    @Test
    void aServerThatRefusesEveryTokenIsAskedTwice() {
        try (ZooClient client = client().bearer(Credential.from(new TokenSource() {
                    @Override
                    public String get() {
                        return "never-" + issued.incrementAndGet();
                    }

                    @Override
                    public void refused(String token) {
                        asked.add(token);
                    }
                }))
                .build()) {
            assertThat(catchThrowableOfType(
                                    ApiException.class, () -> client.keepers().order())
                            .status())
                    .isEqualTo(401);
        }
        assertThat(asked).containsExactly("never-1");
        assertThat(shown).containsExactly("Bearer never-1", "Bearer never-2");
    }

    @Test
    void aFixedTokenIsShownOnce() {
        try (ZooClient client = client().bearer(Credential.of("wrong")).build()) {
            assertThatThrownBy(() -> client.keepers().order()).isInstanceOf(ApiException.class);
        }
        assertThat(shown).hasSize(1);
    }

    @Test
    void oneOfManyCallersFetches() throws Exception {
        try (ZooClient client = client().bearer(tokens().credential()).build()) {
            client.keepers().order();
            valid.clear();
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(workers.submit(() -> client.keepers().order()));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRefreshTokenThatIsChangedIsChangedHereToo() {
        OAuth2 user = OAuth2.refreshToken(url() + "/oauth/token", "me", null, "first");
        tokenAnswer = ",\"refresh_token\":\"second\"";
        try (ZooClient client = client().bearer(user.credential()).build()) {
            client.keepers().order();
            valid.clear();
            client.keepers().order();
        }
        assertThat(asked.get(0)).contains("refresh_token=first", "client_id=me").startsWith("null ");
        assertThat(asked.get(1)).contains("refresh_token=second");
    }

    @Test
    void noSecretIsInWhatIsSaidWhenThereIsNoToken() {
        tokenAnswer = "{\"error\":\"invalid_client\",\"error_description\":\"" + SECRET + "\"}";
        try (ZooClient client = client().bearer(tokens().credential()).build()) {
            for (Throwable thrown : List.of(
                    catchThrowable(() -> client.keepers().order()),
                    catchThrowable(() -> client.async().keepers().order().join()))) {
                StringWriter text = new StringWriter();
                thrown.printStackTrace(new PrintWriter(text));
                assertThat(text.toString())
                        .contains("the token endpoint answered with status 401: invalid_client")
                        .doesNotContain("s3cret");
            }
        }
        assertThat(shown).isEmpty();
        assertThat(tokens()).hasToString("OAuth2[tokenUrl=" + url() + "/oauth/token, grant=client_credentials]");
    }

    /** Its key makes a POST one that may be sent again. */
    @Test
    void anIdempotencyKeyIsTheSameHoweverOftenTheCallIsSent() {
        valid.add("t");
        busy.set(2);
        try (ZooClient client =
                client().bearer(Credential.of("t")).retries(RetryPolicy.upTo(3)).build()) {
            client.keepers().order();
            client.keepers().order();
            client.withOptions(RequestOptions.none().withHeader("x-idempotency-key", "mine"))
                    .keepers()
                    .order(sample.zoo.api.KeepersApi.OrderParams.builder()
                            .body(OrderRequest.builder().kilos(3L).build())
                            .build());
        }
        assertThat(keys).hasSize(5).doesNotContainNull();
        assertThat(keys.subList(0, 3)).containsOnly(keys.get(0));
        assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
        assertThat(keys.get(4)).isEqualTo("mine");
    }
}
