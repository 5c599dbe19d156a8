package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.proxy.TrustedCertificates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS, as clients that look at certificates have it. */
class HttpsTest {
    @TempDir
    private Path folder;

    private Path document;

    @BeforeEach
    void write() throws IOException {
        document = Files.writeString(folder.resolve("a.yaml"), """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths:
                  /a:
                    get: {responses: {'200': {description: '', content: {text/plain: {example: one}}}}}
                    post:
                      requestBody: {content: {text/plain: {}}}
                      responses: {'204': {description: ''}}
                """);
    }

    private StartedCommand serve(String... flags) {
        List<String> all = new ArrayList<>(List.of("serve", document.toString(), "--port", "0"));
        Collections.addAll(all, flags);
        return new StartedCommand(all.toArray(String[]::new));
    }

    private static HttpClient trusting(Path certificate) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(TrustedCertificates.with(certificate));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void isTrustedByTheFileThatTheGreetingNames(String name) throws Exception {
        Path file;
        try (StartedCommand server = serve("--tls")) {
            assertThat(server.url()).startsWith("https://127.0.0.1:");
            file = Path.of(found("--cacert (\\S+),", server.out()));
            HttpResponse<String> answer =
                    send(trusting(file), request(server.url().replace("127.0.0.1", name) + "/a"));

            assertThat(answer.body()).isEqualTo("one");
            X509Certificate shown =
                    (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
            String digest = HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(shown.getEncoded()));
            assertThat(server.out()).contains("certificate SHA-256 " + digest);
            assertThat(Files.readString(file)).doesNotContain("PRIVATE");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void isNotTrustedByItself() {
        try (StartedCommand server = serve("--tls")) {
            assertThatThrownBy(() -> send(HttpClient.newHttpClient(), request(server.url() + "/a")))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void makesAnotherCertificateForEachStart() {
        try (StartedCommand one = serve("--tls");
                StartedCommand other = serve("--tls")) {
            String print = "SHA-256 ([0-9A-F:]{95})";
            assertThat(found(print, one.out())).isNotEqualTo(found(print, other.out()));
        }
    }

    private HeldCertificate held(KeyPair keys) {
        return new HeldCertificate.Builder()
                .keyPair(keys)
                .addSubjectAlternativeName("127.0.0.1")
                .duration(1, TimeUnit.DAYS)
                .build();
    }

    private static KeyPair keys(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    /** RFC 5915: version 1, the key, and [0] the curve, which is secp256r1. */
    private static String sec1(ECPrivateKey key) {
        byte[] number = key.getS().toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, padded, 32 - length, length);
        byte[] whole = ByteBuffer.allocate(51)
                .put(HexFormat.of().parseHex("30310201010420"))
                .put(padded)
                .put(HexFormat.of().parseHex("a00a06082a8648ce3d030107"))
                .array();
        return "-----BEGIN EC PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(whole)
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    private static String keyPem(HeldCertificate held, String form) {
        return switch (form) {
            case "PKCS#8" -> held.privateKeyPkcs8Pem();
            case "PKCS#1" -> held.privateKeyPkcs1Pem();
            default ->
                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                        + sec1((ECPrivateKey) held.keyPair().getPrivate());
        };
    }

    @ParameterizedTest
    @CsvSource({"RSA, PKCS#8", "RSA, PKCS#1", "EC, PKCS#8", "EC, SEC 1"})
    void takesAKeyInEachForm(String algorithm, String form) throws Exception {
        HeldCertificate held = held(keys(algorithm));
        Path certificate = Files.writeString(folder.resolve("cert.pem"), "# made here\n" + held.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"), keyPem(held, form));
        try (StartedCommand server = serve("--tls-cert", certificate.toString(), "--tls-key", key.toString())) {
            assertThat(send(trusting(certificate), request(server.url() + "/a")).body())
                    .isEqualTo("one");
            assertThat(server.out()).contains("certificate SHA-256 ").doesNotContain("--cacert");
        }
    }

    @Test
    void takesBothFromOneFile() throws Exception {
        HeldCertificate held = held(keys("EC"));
        Path both = Files.writeString(folder.resolve("both.pem"), held.privateKeyPkcs8Pem() + held.certificatePem());
        try (StartedCommand server = serve("--tls-cert", both.toString())) {
            assertThat(send(
                                    trusting(Files.writeString(folder.resolve("c.pem"), held.certificatePem())),
                                    request(server.url() + "/a"))
                            .body())
                    .isEqualTo("one");
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        HeldCertificate held = held(keys("EC"));
        HeldCertificate other = held(keys("RSA"));
        Files.writeString(folder.resolve("cert"), held.certificatePem());
        Files.writeString(folder.resolve("key"), held.privateKeyPkcs8Pem());
        Files.writeString(folder.resolve("other"), other.privateKeyPkcs8Pem());
        Files.writeString(
                folder.resolve("damaged"),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                        + "-----BEGIN RSA PRIVATE KEY-----\nSECRETAA\n-----END RSA PRIVATE KEY-----\n");
        Files.writeString(
                folder.resolve("encrypted"), held.privateKeyPkcs8Pem().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"));
        assertThat(complaint("none", "key")).contains("none: there is no such file");
        assertThat(complaint("key", "key")).contains("key: the file holds no certificate in PEM");
        assertThat(complaint("cert", "cert")).contains("cert: the file holds no key in PEM");
        assertThat(complaint("cert", "other")).contains("other: the key is not that of the certificate in ");
        assertThat(complaint("damaged", "key")).contains("damaged: certificate 1 of the file is damaged");
        assertThat(complaint("cert", "damaged"))
                .contains("damaged: the key is damaged", "openssl pkey")
                .doesNotContain("SECRET");
        assertThat(complaint("cert", "encrypted")).contains("encrypted: the key is encrypted");
        try (StartedCommand server = serve("--tls-key", "x")) {
            assertThat(server.err()).contains("--tls-key needs the certificate of the key");
        }
    }

    private String complaint(String certificate, String key) {
        try (StartedCommand server = serve(
                "--tls-cert",
                folder.resolve(certificate).toString(),
                "--tls-key",
                folder.resolve(key).toString())) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.out()).isEmpty();
            return server.err();
        }
    }

    @Test
    void refusesLargeBodiesAndFailsOnPurposeAsHttpDoes() throws Exception {
        try (StartedCommand server = serve("--tls", "--body-limit", "10")) {
            HttpClient client = trusting(Path.of(found("--cacert (\\S+),", server.out())));
            HttpRequest.Builder large = request(server.url() + "/a")
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("a".repeat(100_000)));
            assertThat(send(client, large).statusCode()).isEqualTo(413);
            for (String fault : List.of("reset", "close")) {
                HttpRequest.Builder failing = request(server.url() + "/a").header("Prefer", "fault=" + fault);
                assertThatThrownBy(() -> send(client, failing)).isInstanceOf(IOException.class);
            }
            assertThat(send(client, request(server.url() + "/__mock/ready")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void isForTheProxyToo() throws Exception {
        try (StartedCommand real = serve();
                StartedCommand proxy =
                        new StartedCommand("proxy", document.toString(), real.url(), "--port", "0", "--tls")) {
            HttpClient client = trusting(Path.of(found("--cacert (\\S+),", proxy.out())));
            assertThat(send(client, request(proxy.url() + "/a")).body()).isEqualTo("one");
        }
    }
}
