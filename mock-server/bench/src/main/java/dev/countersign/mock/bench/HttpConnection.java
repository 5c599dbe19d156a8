package dev.countersign.mock.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive HTTP/1.1 connection that costs the load generator as little as possible. Confined to one thread. */
final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int from;
    private int to;
    private long firstByte;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends a request, reads the whole answer, and returns its status. */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = header.contains("chunked");
            }
        }
        if (from == to && (chunked || length > 0)) {
            fill();
        }
        firstByte = System.nanoTime();
        if (!chunked) {
            skip(length);
            return status;
        }
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            skip(size + 2);
        }
        line();
        return status;
    }

    /** When the first byte of the last answer's body was there, as {@link System#nanoTime()}. */
    long firstByte() {
        return firstByte;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().trim(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            for (int i = from; i < to; i++) {
                if (buffer[i] == '\n') {
                    line.append(new String(buffer, from, i - from, StandardCharsets.ISO_8859_1));
                    from = i + 1;
                    int end = line.length() - 1;
                    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
                }
            }
            line.append(new String(buffer, from, to - from, StandardCharsets.ISO_8859_1));
            fill();
        }
    }

    private void skip(int count) throws IOException {
        int left = count;
        while (left > 0) {
            if (from == to) {
                fill();
            }
            int taken = Math.min(left, to - from);
            from += taken;
            left -= taken;
        }
    }

    private void fill() throws IOException {
        from = 0;
        to = in.read(buffer);
        if (to < 0) {
            to = 0;
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
