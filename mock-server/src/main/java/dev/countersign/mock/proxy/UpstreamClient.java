package dev.countersign.mock.proxy;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP client of a proxy: it adds nothing, follows nothing, remembers nothing and decodes nothing. */
final class UpstreamClient {
    /** Each event stream takes one for itself. */
    private static final int MOST_CONNECTIONS = 1024;

    private static final int MOST_THREADS = 32;
    private static final int LEAST_THREADS = 2;
    private static final Duration MOST_TO_CONNECT = Duration.ofSeconds(10);

    private UpstreamClient() {}

    static HttpClient start(ProxySettings settings) {
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        SslContextFactory.Client tls = new SslContextFactory.Client();
        settings.upstreamCa().ifPresent(file -> tls.setTrustStore(TrustedCertificates.with(file)));
        connector.setSslContextFactory(tls);
        HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("upstream");
        threads.setDaemon(true);
        client.setExecutor(threads);
        Duration connect = settings.timeout().compareTo(MOST_TO_CONNECT) < 0 ? settings.timeout() : MOST_TO_CONNECT;
        client.setConnectTimeout(connect.toMillis());
        client.setAddressResolutionTimeout(connect.toMillis());
        client.setIdleTimeout(0);
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setMaxRequestHeadersSize(Upstream.LONGEST_HEAD);
        client.setMaxResponseHeadersSize(Upstream.LONGEST_HEAD);
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        settings.upstreamProxy()
                .ifPresent(address -> client.getProxyConfiguration().addProxy(proxy(address)));
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the client of the proxy does not start", e);
        }
        client.getContentDecoderFactories().clear();
        ProtocolHandlers handlers = client.getProtocolHandlers();
        handlers.remove(RedirectProtocolHandler.NAME);
        handlers.remove(WWWAuthenticationProtocolHandler.NAME);
        handlers.remove(ProxyAuthenticationProtocolHandler.NAME);
        return client;
    }

    private static HttpProxy proxy(InetSocketAddress address) {
        return new HttpProxy(address.getHostString(), address.getPort());
    }

    static void stop(HttpClient client) {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the client of the proxy does not stop", e);
        }
    }
}
