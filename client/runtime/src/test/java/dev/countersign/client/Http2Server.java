package dev.countersign.client;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A zoo on a real socket that speaks HTTP/2 and HTTP/1.1, and remembers which of them it was spoken to in. */
final class Http2Server implements AutoCloseable {
    private static final char[] PASSWORD = "of a test alone".toCharArray();

    private final Server server = new Server();
    private final ServerConnector connector;
    private final String scheme;
    private final List<String> versions = new CopyOnWriteArrayList<>();
    private final KeyStore keys;

    private Http2Server(String scheme, KeyStore keys, ConnectionFactory... factories) throws Exception {
        this.scheme = scheme;
        this.keys = keys;
        this.connector = new ServerConnector(server, 1, 1, factories);
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(new Zoo());
        server.start();
    }

    static Http2Server clearText() throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        return new Http2Server(
                "http",
                KeyStore.getInstance("PKCS12"),
                new HttpConnectionFactory(configuration),
                new HTTP2CServerConnectionFactory(configuration));
    }

    static Http2Server secure(Path folder) throws Exception {
        return secure(folder, 128);
    }

    static Http2Server secure(Path folder, int streams) throws Exception {
        KeyStore keys = certificate(folder.resolve("server.p12"));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(keys);
        tls.setKeyStorePassword(new String(PASSWORD));
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol("http/1.1");
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
        http2.setMaxConcurrentStreams(streams);
        return new Http2Server(
                "https",
                keys,
                new SslConnectionFactory(tls, alpn.getProtocol()),
                alpn,
                http2,
                new HttpConnectionFactory(configuration));
    }

    /** A certificate that signs itself, made by the JDK's own tool. */
    private static KeyStore certificate(Path file) throws Exception {
        if (!Files.exists(file)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "localhost",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost",
                            "-keyalg",
                            "EC",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            new String(PASSWORD))
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new AssertionError("keytool made no certificate");
            }
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    /** Trusts this server and no other. */
    SSLContext trusting() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    URI url() {
        return URI.create(scheme + "://localhost:" + connector.getLocalPort());
    }

    /** The version of every request so far. */
    List<String> versions() {
        return versions;
    }

    private final class Zoo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            versions.add(request.getConnectionMetaData().getHttpVersion().asString());
            String path = request.getHttpURI().getPath();
            String sent = new String(Request.asInputStream(request).readAllBytes(), StandardCharsets.UTF_8);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            boolean post = request.getMethod().equals("POST");
            String answer;
            if (path.endsWith("/login")) {
                answer = sent.endsWith("\"}") ? "{\"token\":\"t\",\"seconds\":1}" : "{}";
            } else if (post) {
                response.setStatus(409);
                answer = "{\"title\":\"there is one\"}";
            } else {
                answer = "{\"id\":" + path.substring(path.lastIndexOf('/') + 1)
                        + ",\"kind\":\"lion\",\"weight\":120.50}";
            }
            response.write(true, java.nio.ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
