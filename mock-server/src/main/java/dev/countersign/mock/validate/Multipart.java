package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.BytePattern;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.QuotedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes a multipart body apart (RFC 2046 section 5.1, RFC 7578). */
final class Multipart {
    private static final int MOST_PARTS = 1000;

    private Multipart() {}

    private static final BytePattern CRLF = new BytePattern(new byte[] {'\r', '\n'});
    private static final BytePattern LF = new BytePattern(new byte[] {'\n'});
    private static final BytePattern LAST = new BytePattern(new byte[] {'-', '-'});

    /** The parts, whose contents stay where they are; absent when the last one does not end. */
    static Optional<List<Part>> parse(byte[] body, String boundary) {
        String dashes = "--" + boundary;
        BytePattern first = pattern(dashes);
        BytePattern newline = newline(body, first);
        BytePattern delimiter = pattern((newline == LF ? "\n" : "\r\n") + dashes);
        // The line end before the first delimiter is left out where nothing precedes it.
        boolean atOnce = first.isAt(body, 0, body.length);
        int start = atOnce ? -newline.length() : delimiter.find(body, 0, body.length);
        List<Part> parts = new ArrayList<>();
        while ((atOnce || start >= 0) && parts.size() < MOST_PARTS) {
            start += delimiter.length();
            if (LAST.isAt(body, start, body.length)) {
                break;
            }
            int end = delimiter.find(body, start, body.length);
            if (end < 0) {
                return Optional.empty();
            }
            int line = newline.find(body, start, end + newline.length());
            if (line >= 0) {
                parts.add(part(body, line, end, newline));
            }
            start = end;
        }
        return Optional.of(parts);
    }

    private static BytePattern pattern(String text) {
        return new BytePattern(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines end with CRLF; those of a body that was written by hand perhaps not. */
    private static BytePattern newline(byte[] body, BytePattern dashes) {
        int at = dashes.find(body, 0, body.length);
        while (at > 0 && body[at - 1] != '\n') {
            at = dashes.find(body, at + 1, body.length);
        }
        int end = LF.find(body, Math.max(0, at), body.length);
        return end > 0 && body[end - 1] != '\r' ? LF : CRLF;
    }

    private static Part part(byte[] body, int from, int to, BytePattern newline) {
        int blank = newline.find(body, from, to);
        while (blank >= 0 && !newline.isAt(body, blank + newline.length(), to)) {
            blank = newline.find(body, blank + 1, to);
        }
        int content = blank < 0 ? from : blank + 2 * newline.length();
        // One byte is one character in Latin-1.
        String head = blank < 0 ? "" : new String(body, from, blank - from, StandardCharsets.ISO_8859_1);
        String name = "";
        boolean isFile = false;
        Optional<MediaType> type = Optional.empty();
        List<Header> headers = new ArrayList<>();
        for (String line : head.split(newline == LF ? "\n" : "\r\n", -1)) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            if (!field.isEmpty()) {
                headers.add(new Header(field, utf8(value)));
            }
            if (field.equals("content-type")) {
                type = MediaType.parse(value);
            } else if (field.equals("content-disposition")) {
                name = parameter(value, "name").orElse("");
                isFile = parameter(value, "filename").isPresent()
                        || parameter(value, "filename*").isPresent();
            }
        }
        return new Part(utf8(name), type, Headers.of(headers), isFile, body, content, to - content);
    }

    private static Optional<String> parameter(String disposition, String name) {
        return QuotedText.split(disposition, ';').stream()
                .filter(part -> part.toLowerCase(Locale.ROOT).startsWith(name + "="))
                .map(part -> QuotedText.unquote(part.substring(name.length() + 1)))
                .findFirst();
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
