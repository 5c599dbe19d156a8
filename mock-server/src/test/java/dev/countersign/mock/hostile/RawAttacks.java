package dev.countersign.mock.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Messages that no client means well with (RFC 9112 sections 6 and 11). */
final class RawAttacks {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final int TIMEOUT_MILLIS = 500;
    private static final int CONNECT_MILLIS = 20_000;
    private static final int SLOW = 100;

    private final int port;
    private final String target;

    /** @param target of an operation that takes a POST */
    RawAttacks(int port, String target) {
        this.port = port;
        this.target = target;
    }

    private Map<String, byte[]> messages() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("two lengths", post("Content-Length: 2\r\nContent-Length: 40", "{}" + SMUGGLED));
        texts.put("a list of lengths", post("Content-Length: 2, 40", "{}" + SMUGGLED));
        texts.put("length and chunks", post("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + SMUGGLED));
        texts.put("chunks that are not last", post("Transfer-Encoding: chunked, identity", "0\r\n\r\n" + SMUGGLED));
        texts.put("a hidden coding", post("Transfer-Encoding: xchunked\r\nContent-Length: 2", "{}" + SMUGGLED));
        texts.put("white space before the colon", post("Transfer-Encoding : chunked", "0\r\n\r\n" + SMUGGLED));
        texts.put("a folded field", post("X: a\r\n Transfer-Encoding: chunked", "0\r\n\r\n" + SMUGGLED));
        texts.put("a negative length", post("Content-Length: -2", "{}" + SMUGGLED));
        texts.put("a length with a sign", post("Content-Length: +2", "{}" + SMUGGLED));
        texts.put("no chunk size", post("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"));
        texts.put("a chunk beyond numbers", post("Transfer-Encoding: chunked", "fffffffffffffffff\r\n{}\r\n"));
        texts.put("a chunk without its end", post("Transfer-Encoding: chunked", "2\r\n{}xx0\r\n\r\n"));
        texts.put(
                "a long chunk extension",
                post("Transfer-Encoding: chunked", "2;" + "x".repeat(100_000) + "\r\n{}\r\n"));
        texts.put("a flood of fields", post("X: y\r\n".repeat(20_000) + "Content-Length: 2", "{}"));
        texts.put("a long field", post("X: " + "y".repeat(500_000) + "\r\nContent-Length: 2", "{}"));
        texts.put("a long target", "GET /" + "a".repeat(500_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        texts.put("a zero in a field", post("X: a\u0000b\r\nContent-Length: 2", "{}"));
        texts.put("a zero in the target", "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n");
        texts.put("no host", "GET / HTTP/1.1\r\n\r\n");
        texts.put("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        texts.put("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");
        texts.put("another protocol", "EHLO mail\r\n\r\n");
        texts.put("deep JSON", post("Content-Length: 1000000", "[".repeat(1_000_000)));
        texts.put("a long number", post("Content-Length: 1000000", "9".repeat(1_000_000)));
        texts.put("a huge exponent", post("Content-Length: 11", "1e999999999"));
        texts.put("a body that never comes", post("Content-Length: 1000000", "{"));
        texts.put("an announced gigabyte", post("Content-Length: 1073741824", "{"));
        Map<String, byte[]> messages = new LinkedHashMap<>();
        texts.forEach((name, text) -> messages.put(name, text.getBytes(StandardCharsets.ISO_8859_1)));
        messages.put("a bomb", bomb());
        return messages;
    }

    private String post(String fields, String body) {
        return "POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + fields + "\r\n\r\n"
                + body;
    }

    private byte[] bomb() {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(folded)) {
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200; i++) {
                out.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String head = post("Content-Encoding: gzip\r\nContent-Length: " + folded.size(), "");
        message.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(folded.toByteArray());
        return message.toByteArray();
    }

    /** Sends every message over a connection of its own; what was answered as it must not be. */
    List<String> run() {
        List<String> wrong = new ArrayList<>();
        List<Connection> slow = slowHeads(wrong);
        messages().forEach((name, message) -> {
            List<Integer> statuses = statuses(message);
            // A server may say that it knows neither the version nor the coding; all else is the client's fault.
            if (statuses.stream().anyMatch(status -> status < 400 || (status >= 500 && status != 501 && status != 505))
                    || statuses.size() > 1) {
                wrong.add(name + " was answered with " + statuses);
            }
        });
        slow.forEach(Connection::close);
        return wrong;
    }

    /** Many clients that begin a request and never end it. */
    private List<Connection> slowHeads(List<String> wrong) {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            try {
                Connection connection = new Connection(port, CONNECT_MILLIS);
                connections.add(connection);
                connection.send(("POST " + target + " HTTP/1.1\r\nHost: a\r\nX-Slow: " + i)
                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                wrong.add("a slow client could not connect: " + e.getMessage());
            }
        }
        return connections;
    }

    private List<Integer> statuses(byte[] message) {
        List<Integer> statuses = new ArrayList<>();
        try (Connection connection = new Connection(port, TIMEOUT_MILLIS)) {
            try {
                connection.send(message);
            } catch (IOException closedBefore) {
                // The server may have heard enough; its answer can be there all the same.
            }
            Matcher status = STATUS.matcher(connection.rest());
            while (status.find()) {
                statuses.add(Integer.parseInt(status.group(1)));
            }
        } catch (IOException refused) {
            // Not even a connection: the bystander notes whether others have one.
        }
        return statuses;
    }
}
