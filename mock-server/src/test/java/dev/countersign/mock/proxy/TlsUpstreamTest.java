package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server behind TLS, with a certificate that Java does not trust of itself. */
class TlsUpstreamTest {
    private static final CompiledContract CONTRACT =
            CompiledContract.of(Contracts.ofPaths("/a: {get: {responses: {'204': {description: ''}}}}"));
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        keytool("-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost -validity 2");
        keytool("-exportcert -rfc -file " + folder.resolve("ca.pem"));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(folder.resolve("keys"))) {
            keys.load(content, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static void keytool(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments.split(" ", -1)));
        command.addAll(
                List.of("-alias", "own", "-keystore", folder.resolve("keys").toString()));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static MockResponse ask(String host, boolean trusted) {
        ProxySettings settings = ProxySettings.to(
                URI.create("https://" + host + ":" + server.getAddress().getPort()));
        try (ValidatingProxy proxy =
                new ValidatingProxy(CONTRACT, trusted ? settings.withUpstreamCa(folder.resolve("ca.pem")) : settings)) {
            return CollectedReply.of(proxy, MockRequest.of("GET", "/a", List.of(), ""));
        }
    }

    @Test
    void isReachedWithItsOwnAuthority() {
        assertThat(ask("localhost", true).status()).isEqualTo(204);
    }

    @Test
    void isNotTrustedWithoutIt() {
        MockResponse response = ask("localhost", false);

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.header("Proxy-Status")).contains("countersign; error=tls_certificate_error");
        assertThat(response.text()).contains("--upstream-ca");
    }

    @Test
    void isNotTrustedUnderAnotherName() {
        assertThat(ask("127.0.0.1", true).header("Proxy-Status")).contains("countersign; error=tls_certificate_error");
    }

    @Test
    void needsAFileOfCertificates() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
        for (Path file : List.of(empty, text, folder.resolve("none.pem"))) {
            ProxySettings settings =
                    ProxySettings.to(URI.create("https://localhost")).withUpstreamCa(file);
            assertThatThrownBy(() -> new ValidatingProxy(CONTRACT, settings))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
