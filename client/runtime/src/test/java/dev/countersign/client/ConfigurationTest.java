package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sample.zoo.ZooClient;

class ConfigurationTest {
    @Test
    void aBaseUrlIsRequired() {
        assertThatThrownBy(() -> ZooClient.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("baseUrl is missing; call baseUrl(\"http://localhost:4010\") for instance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://a|baseUrl must begin with http:// or https:// and name a host; give one such as http://localhost:4010",
                "http://|baseUrl is not a URL; give one such as http://localhost:4010",
                "http://u:secret@h|baseUrl must have no user, query or fragment; give credentials through the builder",
                "http://h?key=secret|baseUrl must have no user, query or fragment; give credentials through the builder"
            })
    void refusesABaseUrlThatIsNone(String url, String message) {
        assertThatThrownBy(() -> ZooClient.builder().baseUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnHttpClientThatFollowsRedirects() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        assertThatThrownBy(() -> ZooClient.builder().httpClient(following))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("httpClient must not follow redirects; build it with followRedirects(Redirect.NEVER)");
    }

    @Test
    void takesItsSettingsFromTheEnvironment() {
        try (RawServer server = RawServer.playing(http(503, ""), http(204, ""));
                ZooClient client = ZooClient.builder()
                        .environment(Map.of(
                                "ZOO_BASE_URL", server.url(),
                                "ZOO_TIMEOUT", "PT20S",
                                "ZOO_MAX_RETRIES", "1",
                                "ZOO_BEARER_TOKEN", "from-environment"))
                        .pause(duration -> {})
                        .build()) {
            client.animals().feedAnimal("1");

            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(0)).contains("Authorization: Bearer from-environment\r\n");
        }
    }

    @Test
    void namesTheVariableThatIsMissingOrWrong() {
        assertThatThrownBy(() -> ZooClient.builder().environment(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable ZOO_BASE_URL is missing;"
                        + " set it to a URL such as http://localhost:4010");
        assertThatThrownBy(() ->
                        ZooClient.builder().environment(Map.of("ZOO_BASE_URL", "http://h", "ZOO_TIMEOUT", "soon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the environment variable ZOO_TIMEOUT must be a whole number");
    }

    @Test
    void letsInterceptorsAddHeadersToEveryAttemptButNotInPlaceOfTheCallsOwn() {
        AtomicInteger number = new AtomicInteger();
        try (RawServer server = RawServer.playing(http(503, ""), http(204, ""));
                ZooClient client = ZooClient.builder()
                        .baseUrl(server.url())
                        .retries(RetryPolicy.upTo(1))
                        .pause(duration -> {})
                        .interceptor(request -> request.header("traceparent", "00-" + number.incrementAndGet())
                                .header("X-Own", "interceptor"))
                        .build()) {
            client.withOptions(RequestOptions.none().withHeader("X-Own", "call"))
                    .animals()
                    .feedAnimal("1");

            assertThat(server.requests().get(0))
                    .contains("traceparent: 00-1\r\n")
                    .contains("X-Own: call\r\n");
            assertThat(server.requests().get(1))
                    .contains("traceparent: 00-2\r\n")
                    .doesNotContain("interceptor");
        }
    }

    @Test
    void passesOverWhatElseAnInterceptorChanges() {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder()
                        .baseUrl(server.url())
                        .interceptor(request -> request.body("fed twice").query("times", "2"))
                        .build()) {
            client.animals().feedAnimal("1");

            assertThat(server.onlyRequest())
                    .startsWith("PUT /animals/1 HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void goesThroughAProxy() {
        try (RawServer proxy = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder()
                        .baseUrl("http://zoo.invalid/v1")
                        .proxy(ProxySelector.of(new InetSocketAddress(
                                "127.0.0.1", URI.create(proxy.url()).getPort())))
                        .build()) {
            client.animals().feedAnimal("1");

            assertThat(proxy.onlyRequest()).startsWith("PUT http://zoo.invalid/v1/animals/1 HTTP/1.1\r\n");
        }
    }

    @Test
    void callsWithAnHttpClientOfTheCallersOwn() {
        List<String> used = new ArrayList<>();
        HttpClient own = HttpClient.newBuilder()
                .proxy(new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI target) {
                        used.add(target.getPath());
                        return List.of(Proxy.NO_PROXY);
                    }

                    @Override
                    public void connectFailed(URI target, SocketAddress address, IOException failure) {}
                })
                .build();
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder()
                        .baseUrl(server.url())
                        .httpClient(own)
                        .build()) {
            client.animals().feedAnimal("1");

            assertThat(used).containsExactly("/animals/1");
        }
    }

    @Test
    void tellsObserversOfEveryAttempt() {
        List<String> told = new ArrayList<>();
        CallObserver observer = new CallObserver() {
            @Override
            public void onRequest(CallInfo call) {
                told.add(call.operation() + " #" + call.attempt());
            }

            @Override
            public void onResponse(CallInfo call, ReceivedResponse response, Duration took) {
                told.add(String.valueOf(response.status()));
            }
        };
        try (RawServer server = RawServer.playing(http(503, ""), http(204, ""));
                ZooClient client = ZooClient.builder()
                        .baseUrl(server.url())
                        .retries(RetryPolicy.upTo(1))
                        .pause(duration -> {})
                        .observer(observer)
                        .build()) {
            client.animals().feedAnimal("1");

            assertThat(told).containsExactly("PUT /animals/{id} #1", "503", "PUT /animals/{id} #2", "204");
        }
    }

    @Test
    void fetchesATokenOnceForManyThatNeedIt() throws InterruptedException {
        AtomicInteger fetched = new AtomicInteger();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        TokenCache cache = new TokenCache(
                () -> new TokenCache.Token("t" + fetched.incrementAndGet(), now.plusSeconds(300)),
                Clock.fixed(now, ZoneOffset.UTC));
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Thread caller = new Thread(() -> {
                try {
                    start.await();
                    cache.get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            caller.start();
            callers.add(caller);
        }
        start.countDown();
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(fetched).hasValue(1);
        assertThat(cache.get()).isEqualTo("t1");
    }

    @Test
    void fetchesTheNextTokenBeforeTheLastExpires() {
        AtomicInteger fetched = new AtomicInteger();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        TokenCache cache = new TokenCache(
                () -> new TokenCache.Token("t" + fetched.incrementAndGet(), now.plusSeconds(20)),
                Clock.fixed(now, ZoneOffset.UTC));

        assertThat(cache.get()).isEqualTo("t1");
        assertThat(cache.get()).isEqualTo("t2");
    }
}
