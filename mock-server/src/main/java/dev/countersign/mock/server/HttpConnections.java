package dev.countersign.mock.server;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Reads HTTP/1.1 from each connection by one thread at a time. Jetty 12.1 refuses a message that is no HTTP on another thread, which then
 * goes on reading while the first still gives its buffer back: the buffer gets into the pool twice, and two connections read
 * each other's requests out of it.
 */
final class HttpConnections extends HttpConnectionFactory {
    HttpConnections(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new OneAtATime(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    private static final class OneAtATime extends HttpConnection {
        OneAtATime(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        /** The second thread waits for some microseconds: the first has handled its request when there is a second. */
        @Override
        public synchronized void onFillable() {
            super.onFillable();
        }
    }
}
