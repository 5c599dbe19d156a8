package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.exchange.MockResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An open port means that requests are answered. */
@Timeout(60)
class StartTest {
    private static final Responder EMPTY =
            (request, reply) -> reply.send(new MockResponse(204, List.of(), new byte[0]));

    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    private ServerSettings settings() {
        return new ServerSettings("127.0.0.1", port, CorsPolicy.OFF, 64);
    }

    private void assertNothingListens() {
        assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void opensThePortWhenThereIsSomethingToServe() throws IOException {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CompletableFuture<MockServer> starting =
                CompletableFuture.supplyAsync(() -> MockServer.startWhen(ready, EMPTY, settings()));
        assertNothingListens();
        ready.complete(null);

        try (MockServer server = starting.orTimeout(30, TimeUnit.SECONDS).join();
                Socket client = new Socket("127.0.0.1", server.port())) {
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void neverOpensItWhenThereIsNothing() {
        IllegalStateException unusable = new IllegalStateException("unusable");

        assertThatThrownBy(() -> MockServer.startWhen(CompletableFuture.failedFuture(unusable), EMPTY, settings()))
                .isSameAs(unusable);
        assertNothingListens();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.250|the host is not an address of this machine. Choose one with --host: 127.0.0.1",
                "2001:db8::1|the host is not an address of this machine.",
                "unknown.invalid|the host name is not known.",
            })
    void saysWhatIsWrongWithAHost(String host, String words) {
        ServerSettings elsewhere = new ServerSettings(host, port, CorsPolicy.OFF, 64);

        assertThatThrownBy(() -> MockServer.startResponder(EMPTY, elsewhere))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("cannot listen on " + host + ":" + port + ": ")
                .hasMessageContaining(words.replaceFirst("127.0.0.1$", ""));
    }

    @Test
    void namesThePortThatIsFreeInPlaceOfOneInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> MockServer.startResponder(EMPTY, settings()))
                    .hasMessageContaining("the port is in use by java (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(taken.isBound()).isTrue();
        }
    }
}
