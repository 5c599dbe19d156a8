package dev.countersign.mock.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sees every byte as it comes. */
final class ProxyClient implements AutoCloseable {
    private final Socket socket;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    /** Sends a request; a tilde stands for a line's end. */
    ProxyClient(int port, String request) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write(request.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static ProxyClient get(int port, String path) throws IOException {
        return new ProxyClient(port, "GET " + path + " HTTP/1.1~Host: proxy~Connection: close~~");
    }

    /** Everything up to and with this text. */
    String readUntil(String text) throws IOException {
        socket.setSoTimeout(20_000);
        while (!text().contains(text)) {
            read("waited in vain for " + text);
        }
        return text();
    }

    private void read(String complaint) throws IOException {
        int next = socket.getInputStream().read();
        if (next < 0) {
            throw new AssertionError(complaint + " in " + text());
        }
        seen.write(next);
    }

    /** Whether nothing comes, and the connection stays open, for so long. */
    boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int next = socket.getInputStream().read();
            if (next >= 0) {
                seen.write(next);
            }
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        }
    }

    /** Everything that comes until the connection ends. */
    String readAll() throws IOException {
        socket.setSoTimeout(20_000);
        InputStream in = socket.getInputStream();
        seen.writeBytes(in.readAllBytes());
        return text();
    }

    private String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
