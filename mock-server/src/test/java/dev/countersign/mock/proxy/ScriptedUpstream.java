package dev.countersign.mock.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real server that says what the test tells it to, when the test tells it to, whether that is HTTP or not. */
final class ScriptedUpstream implements AutoCloseable {
    private final ServerSocket listening;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    ScriptedUpstream() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CompletableFuture<Void> unused = CompletableFuture.runAsync(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                connections.add(new Connection(listening.accept()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** The next connection, its request's head read. */
    Connection request() throws InterruptedException {
        Connection connection = connections.poll(20, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("no request has come");
        }
        connection.head = connection.readHead();
        return connection;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Connection connection : connections) {
            connection.socket.close();
        }
    }

    static final class Connection {
        private final Socket socket;
        private String head = "";

        private Connection(Socket socket) {
            this.socket = socket;
        }

        String head() {
            return head;
        }

        private String readHead() {
            try {
                InputStream in = socket.getInputStream();
                ByteArrayOutputStream read = new ByteArrayOutputStream();
                while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    int next = in.read();
                    if (next < 0) {
                        throw new AssertionError("the request has no end");
                    }
                    read.write(next);
                }
                return read.toString(StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A tilde stands for a line's end. */
        Connection say(String text) throws IOException {
            return say(text.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        Connection say(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        }

        Connection chunk(String text) throws IOException {
            return say(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
        }

        void close() throws IOException {
            socket.close();
        }

        /** Waits until the other side has gone. */
        boolean isLeft() throws IOException {
            socket.setSoTimeout(20_000);
            try {
                return socket.getInputStream().read() < 0;
            } catch (IOException reset) {
                return !(reset instanceof java.net.SocketTimeoutException);
            }
        }
    }
}
