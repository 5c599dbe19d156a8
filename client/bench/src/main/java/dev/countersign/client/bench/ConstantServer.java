package dev.countersign.client.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The least that an HTTP/1.1 server can do: it reads a request with its body, and answers with the same bytes each time. */
final class ConstantServer implements AutoCloseable {
    private static final String BODY = "{\"ticket\":{\"id\":\"\",\"seconds\":3600,\"scope\":\"offline_access openid\","
            + "\"kind\":\"Bearer\",\"first\":\"\",\"second\":\"\"}}";
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;

    private ConstantServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Listens on a free port. */
    static ConstantServer start() throws IOException {
        ConstantServer server = new ConstantServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                daemon(() -> serve(connection));
            }
        } catch (IOException e) {
            // The server was closed.
        }
    }

    private static void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream())) {
            connection.setTcpNoDelay(true);
            for (int length = length(in); length >= 0; length = length(in)) {
                in.skipNBytes(length);
                connection.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    /** Reads a request up to its body, and tells how long that is; negative at the end of the connection. */
    private static int length(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int read = in.read();
            if (read < 0) {
                return -1;
            }
            head.append((char) read);
        }
        String text = head.toString().toLowerCase(Locale.ROOT);
        int at = text.indexOf("content-length: ");
        return at < 0
                ? 0
                : Integer.parseInt(text.substring(at + "content-length: ".length(), text.indexOf("\r\n", at)));
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "constant-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
