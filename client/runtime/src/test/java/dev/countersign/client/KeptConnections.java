package dev.countersign.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers every request with an empty list, ends no connection itself, and counts those that are open. */
final class KeptConnections implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Set<Socket> open = new HashSet<>();

    KeptConnections() throws IOException {
        workers.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Waits until the clients have given up every connection. */
    synchronized void awaitNone() throws InterruptedException {
        while (!open.isEmpty()) {
            wait();
        }
    }

    private synchronized void opened(Socket connection) {
        open.add(connection);
    }

    private synchronized void ended(Socket connection) {
        open.remove(connection);
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                opened(connection);
                workers.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // The server is closed.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream())) {
            while (hasRequest(in)) {
                connection.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            // The client has given it up.
        } finally {
            ended(connection);
        }
    }

    /** Reads the head of a request; none of these has a body. */
    private static boolean hasRequest(InputStream in) throws IOException {
        int last = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            last = last << 8 | octet;
            if (last == END_OF_HEAD) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        workers.shutdownNow();
    }
}
