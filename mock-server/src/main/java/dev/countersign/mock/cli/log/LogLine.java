package dev.countersign.mock.cli.log;

import dev.countersign.mock.exchange.PrintableText;
import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One exchange, as a line of a log. Holds neither query nor headers nor bodies: they may be secret.
 *
 * @param time when the request was answered
 * @param method the request's method
 * @param path the request's path without its query
 * @param status the HTTP status of the answer
 * @param operation the operation's id; empty when none was found
 * @param nanos how long the answer took
 * @param reason why it was answered so, if that needs to be said; may be empty
 */
public record LogLine(
        Instant time, String method, String path, int status, String operation, long nanos, String reason) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    /** For people. */
    String text(boolean coloured) {
        StringBuilder line = new StringBuilder(120);
        dim(CLOCK.format(time), coloured, line);
        line.append(' ')
                .append(PrintableText.line(method))
                .append(' ')
                .append(PrintableText.line(path))
                .append(' ');
        line.append(coloured ? colour() : "").append(status).append(coloured ? PLAIN : "");
        // An operation without an id has been named already.
        if (!operation.isEmpty() && !operation.equals(method + " " + path)) {
            line.append(' ').append(PrintableText.line(operation));
        }
        dim(" " + milliseconds() + " ms", coloured, line);
        if (!reason.isEmpty()) {
            line.append(": ").append(PrintableText.line(reason));
        }
        return line.toString();
    }

    private static void dim(String text, boolean coloured, StringBuilder line) {
        line.append(coloured ? DIM : "").append(text).append(coloured ? PLAIN : "");
    }

    private String colour() {
        return switch (status / 100) {
            case 2 -> "\u001b[32m";
            case 3 -> "\u001b[36m";
            case 4 -> "\u001b[33m";
            default -> "\u001b[31m";
        };
    }

    private String milliseconds() {
        return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.1f" : "%.0f", nanos / 1e6);
    }

    /** For programs: one JSON object. */
    String json() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", time.toString());
        line.put("method", method);
        line.put("path", path);
        line.put("status", status);
        if (!operation.isEmpty()) {
            line.put("operation", operation);
        }
        line.put("milliseconds", Double.parseDouble(String.format(Locale.ROOT, "%.3f", nanos / 1e6)));
        if (!reason.isEmpty()) {
            line.put("reason", reason);
        }
        return new String(JsonTree.bytes(line), StandardCharsets.UTF_8);
    }
}
