package dev.countersign.mock.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** What a console that is open does: it listens to the events of its server, and reads them as they come. */
final class OpenConsole implements AutoCloseable {
    private final Socket socket;
    private final AtomicLong heard = new AtomicLong();

    /** Opens one, and returns when it hears. */
    OpenConsole(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write("GET /__mock/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); !"event: ready".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the server ended the stream of events");
            }
        }
        Thread reader = new Thread(() -> read(in), "console");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader in) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("event: request")) {
                    heard.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // It was closed by the benchmark, or its server has ended.
        }
    }

    /** Of how many requests it has heard until now. */
    long heard() {
        return heard.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
