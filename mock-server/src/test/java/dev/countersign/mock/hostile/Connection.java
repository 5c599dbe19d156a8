package dev.countersign.mock.hostile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that is kept alive; requests may be written before earlier ones have been answered. */
final class Connection implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final Pattern VIOLATIONS = Pattern.compile("(?i)\r\ncountersign-violations: *([^\r]*)");
    private static final int MOST = 1 << 20;

    private final Socket socket;
    private final InputStream in;

    Connection(int port, int timeoutMillis) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
        socket.setSoTimeout(timeoutMillis);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * A response.
     *
     * @param violations the field that says what is wrong; empty when there is none
     * @param body as text
     * @param last whether the server ends the connection after it
     */
    record Answer(int status, String violations, String body, boolean last) {}

    void send(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
    }

    Answer receive() throws IOException {
        String head = head();
        Matcher status = STATUS.matcher(head);
        if (!status.find()) {
            throw new IOException("no response: " + head.lines().findFirst().orElse(""));
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        Matcher violations = VIOLATIONS.matcher(head);
        boolean last = head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
        return new Answer(
                Integer.parseInt(status.group(1)),
                violations.find() ? violations.group(1) : "",
                new String(body, StandardCharsets.UTF_8),
                last);
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder(512);
        while (!(head.length() > 3
                && head.charAt(head.length() - 1) == '\n'
                && head.charAt(head.length() - 3) == '\n')) {
            int next = in.read();
            if (next < 0 || head.length() > MOST) {
                throw new EOFException("the connection ended");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Everything until the server ends the connection, or says nothing for the time-out. */
    String rest() {
        StringBuilder all = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0 && all.length() < MOST; next = in.read()) {
                all.append((char) next);
            }
        } catch (IOException ended) {
            // By a reset, or by the time-out: what came until then counts.
        }
        return all.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ended) {
            // It is closed.
        }
    }
}
