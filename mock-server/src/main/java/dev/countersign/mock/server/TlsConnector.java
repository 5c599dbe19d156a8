package dev.countersign.mock.server;

import dev.countersign.mock.tls.Identity;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Listens for HTTPS. */
final class TlsConnector {
    private TlsConnector() {}

    static ServerConnector of(Server server, HttpConnectionFactory http, Identity identity) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(identity.keyStore());
        tls.setKeyStorePassword("");
        // A server of one certificate answers under whichever name it is called; whether that fits is for the client to
        // say.
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        http.getHttpConfiguration().addCustomizer(secure);
        return new ServerConnector(server, new SslConnectionFactory(tls, http.getProtocol()), http);
    }
}
