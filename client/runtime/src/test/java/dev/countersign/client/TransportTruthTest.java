package dev.countersign.client;

import static dev.countersign.client.RawServer.bytes;
import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.client.TransportException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;

/** What is said about an answer that is not there, or not as it should be. */
class TransportTruthTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";
    private static final Login LOGIN = Login.builder().user("u").password("p").build();

    private static ClientBuilder<ZooClient> client(RawServer server) {
        return ZooClient.builder().baseUrl(server.url()).timeout(Duration.ofSeconds(20));
    }

    /** Both kinds of call end in the same way. */
    private static Throwable failure(ZooClient client) {
        Throwable plain = catchThrowable(() -> client.keepers().login(LOGIN));
        Throwable later =
                catchThrowable(() -> client.async().keepers().login(LOGIN).join());
        assertThat(later).isInstanceOf(CompletionException.class);
        assertThat(later.getCause()).hasSameClassAs(plain).hasMessage(plain.getMessage());
        return plain;
    }

    @ParameterizedTest
    @ValueSource(ints = {407, 403, 502})
    void aProxyThatRefusesTheTunnelIsNamedAndNothingWasSent(int status) {
        try (RawServer proxy = RawServer.playing(http(status, "no", "Proxy-Authenticate: Basic realm=\"x\""));
                ZooClient client = ZooClient.builder()
                        .baseUrl("https://api.invalid")
                        .proxy(ProxySelector.of(new InetSocketAddress(
                                "127.0.0.1", URI.create(proxy.url()).getPort())))
                        .build()) {
            Throwable thrown = failure(client);

            assertThat(thrown)
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the proxy refused the tunnel to api.invalid with status " + status);
            assertThat(((TransportException) thrown).kind()).isEqualTo(Kind.CONNECT);
            assertThat(proxy.requests()).allMatch(request -> request.startsWith("CONNECT"));
        }
    }

    @Test
    void whatWasNeverSentIsSentAgainWhateverItsMethod() {
        try (RawServer proxy = RawServer.playing(http(502, ""));
                ZooClient client = ZooClient.builder()
                        .baseUrl("https://api.invalid")
                        .retries(RetryPolicy.upTo(2))
                        .pause(delay -> {})
                        .proxy(ProxySelector.of(new InetSocketAddress(
                                "127.0.0.1", URI.create(proxy.url()).getPort())))
                        .build()) {
            catchThrowableOfType(
                    TransportException.class, () -> client.keepers().login(LOGIN));

            assertThat(proxy.requests()).hasSize(3);
        }
    }

    static Stream<RawServer.Script> bodiesThatDoNotComeWhole() {
        String head = "HTTP/1.1 503 X\r\nContent-Type: application/json\r\n";
        return Stream.of(
                http(503, "no gzip", "Content-Encoding: gzip"),
                bytes(head + "Content-Length: 100\r\n\r\n{\"title\""),
                bytes(head + "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"ti\r\n"),
                http(503, "x".repeat(20_000)),
                out -> {
                    bytes(head + "Content-Length: 100\r\n\r\n{").answer(out);
                    out.awaitEnd();
                });
    }

    @ParameterizedTest
    @MethodSource("bodiesThatDoNotComeWhole")
    void aStatusThatStandsForAnErrorIsKept(RawServer.Script script) {
        try (RawServer server = RawServer.playing(script);
                ZooClient client = client(server)
                        .timeout(Duration.ofMillis(700))
                        .maxResponseBytes(10_000)
                        .build()) {
            ApiException thrown = (ApiException) failure(client);

            assertThat(thrown.status()).isEqualTo(503);
            assertThat(thrown.isServerError()).isTrue();
            assertThat(thrown.response().damage()).isPresent();
            assertThat(thrown).hasMessageContaining("status 503, and its body did not come whole: ");
        }
    }

    /** A status after which the call is repeated is heeded, too. */
    @Test
    void aDamagedErrorIsRetriedByItsStatus() {
        try (RawServer server = RawServer.playing(http(503, "no gzip", "Content-Encoding: gzip"), json(200, ANIMAL));
                ZooClient client = client(server)
                        .retries(RetryPolicy.upTo(1))
                        .pause(delay -> {})
                        .build()) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"gzip", "GZip", "x-gzip", "deflate", "identity", "gzip, identity", "gzip, x-gzip", "deflate, gzip"
            })
    void codingsThatAreKnownAreUndone(String codings) throws IOException {
        byte[] coded = ANIMAL.getBytes(StandardCharsets.UTF_8);
        for (String each : codings.split(", ", -1)) {
            coded = coded(coded, each);
        }
        byte[] body = coded;
        try (RawServer server = RawServer.playing(out -> {
                    out.write(("HTTP/1.1 200 X\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                    + "Content-Encoding: " + codings + "\r\nContent-Length: " + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(body);
                });
                ZooClient client = client(server).build()) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
        }
    }

    private static byte[] coded(byte[] plain, String coding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("identity")
                ? bytes
                : coding.equals("deflate") ? new DeflaterOutputStream(bytes) : new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"br,br", "zstd,zstd", "BR,br", "<b>,something unknown"})
    void aCodingThatIsNotKnownIsNamed(String coding, String name, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        try (RawServer server = RawServer.playing(
                        http(200, "xyz", "Content-Type: application/json", "Content-Encoding: " + coding));
                ZooClient client = client(server).build()) {
            for (Throwable thrown : List.of(
                    failure(client),
                    catchThrowable(() -> client.animals().toFile(file).showPhoto("1")))) {
                assertThat(thrown)
                        .isInstanceOf(DecodingException.class)
                        .hasMessageContaining("its body is coded as " + name);
            }
            assertThat(file).hasContent("before");
        }
    }

    @Test
    void gzipIsAskedForUnlessItIsSwitchedOffOrOnlyARangeIsWanted() {
        assertThat(acceptEncoding(builder -> builder)).contains("Accept-Encoding: gzip");
        assertThat(acceptEncoding(builder -> builder.compression(false))).doesNotContain("Accept-Encoding");
        assertThat(acceptEncoding(builder -> builder.header("range", "bytes=0-9")))
                .doesNotContain("Accept-Encoding");
        assertThat(acceptEncoding(builder -> builder.header("accept-encoding", "br")))
                .contains("Accept-Encoding: br");
    }

    private static String acceptEncoding(UnaryOperator<ClientBuilder<ZooClient>> change) {
        try (RawServer server = RawServer.playing(json(200, ANIMAL));
                ZooClient client = change.apply(client(server)).build()) {
            client.animals().getAnimal("1");
            return server.onlyRequest().replaceAll("(?i)accept-encoding", "Accept-Encoding");
        }
    }

    @Test
    void theServersNameForARequestIsAtHand() {
        try (RawServer server = RawServer.playing(http(404, "", "X-Request-ID: r-17"));
                ZooClient client = client(server).build()) {
            ApiException thrown = (ApiException) failure(client);

            assertThat(thrown.requestId()).contains("r-17");
            assertThat(thrown.isClientError()).isTrue();
        }
    }
}
