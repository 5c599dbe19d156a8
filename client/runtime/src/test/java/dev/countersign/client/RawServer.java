package dev.countersign.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers with exactly the bytes it is told, one script for each connection, and remembers what came. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Script> scripts;
    private final AtomicInteger next = new AtomicInteger();
    private final Requests requests = new Requests();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Thread> workers = new CopyOnWriteArrayList<>();

    /** Answers one request on one connection, which is closed afterwards. */
    interface Script {
        void answer(Connection out) throws IOException, InterruptedException;
    }

    /** One connection as a script sees it: what is written goes out at once. */
    final class Connection extends OutputStream {
        private final Socket socket;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void write(int octet) throws IOException {
            socket.getOutputStream().write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            socket.getOutputStream().write(octets, offset, length);
        }

        /** The host and port that it leads to. */
        String address() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        /** Reads one more request on the same connection. */
        void nextRequest() throws IOException {
            requests.put(read(socket.getInputStream()));
        }

        /** Breaks the connection off, so that the client gets a reset rather than an end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client gives the connection up. */
        void awaitEnd() {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // What a client still says does not matter.
                }
            } catch (IOException e) {
                // Given up, too.
            }
        }
    }

    private RawServer(List<Script> scripts) throws IOException {
        this.scripts = scripts;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "raw-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Plays the scripts in turn, and the last one for ever. */
    static RawServer playing(Script... scripts) {
        try {
            return new RawServer(List.of(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer with a body of JSON. */
    static Script json(int status, String body) {
        return http(status, body, "Content-Type: application/json");
    }

    /** An answer with header lines and a body. It says that the connection ends, or the client would use it again. */
    static Script http(int status, String body, String... headers) {
        return out -> {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\nContent-Length: " + content.length
                    + "\r\n" + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(content);
        };
    }

    /** An answer after which the connection stays open, for whatever a script does with it next. */
    static void keepAlive(Connection out, int status, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(content);
    }

    /** These very bytes. */
    static Script bytes(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** No answer, for as long as the server is open. */
    static Script silence() {
        return out -> new CountDownLatch(1).await();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Every request so far as it came in: head and body. */
    List<String> requests() {
        return requests.soFar();
    }

    /** Waits until so many requests have come in. */
    void awaitRequests(int number) throws InterruptedException {
        requests.await(number);
    }

    String onlyRequest() {
        List<String> soFar = requests.soFar();
        if (soFar.size() != 1) {
            throw new AssertionError("expected one request, got " + soFar.size());
        }
        return soFar.get(0);
    }

    /** What came in, in order. Thread-safe. */
    private static final class Requests {
        private final List<String> all = new ArrayList<>();

        synchronized void put(String request) {
            all.add(request);
            notifyAll();
        }

        synchronized List<String> soFar() {
            return List.copyOf(all);
        }

        synchronized void await(int number) throws InterruptedException {
            while (all.size() < number) {
                wait();
            }
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread worker = new Thread(() -> serve(connection), "raw-server-connection");
                worker.setDaemon(true);
                workers.add(worker);
                worker.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = read(connection.getInputStream());
            Script script = scripts.get(Math.min(next.getAndIncrement(), scripts.size() - 1));
            requests.put(request);
            script.answer(new Connection(connection));
        } catch (IOException | InterruptedException e) {
            // The client went away, which some tests want.
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
            // Ends the scripts that wait.
            workers.forEach(Thread::interrupt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
