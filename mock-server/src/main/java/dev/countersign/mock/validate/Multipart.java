package dev.countersign.mock.validate;

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

    /** The parts; absent when the last one does not end. */
    static Optional<List<Part>> parse(byte[] body, String boundary) {
        // One byte is one character in Latin-1, so that indices into the text are indices into the bytes.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String dashes = "--" + new String(boundary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String newline = newline(text, dashes);
        return parts(newline + text, newline + dashes, newline);
    }

    /** Lines end with CRLF; those of a body that was written by hand perhaps not. */
    private static String newline(String text, String dashes) {
        int at = text.startsWith(dashes) ? 0 : text.indexOf("\n" + dashes) + 1;
        int end = text.indexOf('\n', at);
        return end > 0 && text.charAt(end - 1) != '\r' ? "\n" : "\r\n";
    }

    private static Optional<List<Part>> parts(String text, String delimiter, String newline) {
        List<Part> parts = new ArrayList<>();
        int start = text.indexOf(delimiter);
        while (start >= 0 && parts.size() < MOST_PARTS) {
            start += delimiter.length();
            if (text.startsWith("--", start)) {
                break;
            }
            int end = text.indexOf(delimiter, start);
            if (end < 0) {
                return Optional.empty();
            }
            int line = text.indexOf(newline, start);
            if (line >= 0 && line <= end) {
                parts.add(part(text.substring(line, end), newline));
            }
            start = end;
        }
        return Optional.of(parts);
    }

    private static Part part(String text, String newline) {
        int blank = text.indexOf(newline + newline);
        String head = blank < 0 ? "" : text.substring(0, blank);
        String content = blank < 0 ? text : text.substring(blank + 2 * newline.length());
        String name = "";
        boolean isFile = false;
        Optional<MediaType> type = Optional.empty();
        List<Header> headers = new ArrayList<>();
        for (String line : head.split(newline, -1)) {
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
        return new Part(utf8(name), type, Headers.of(headers), isFile, content.getBytes(StandardCharsets.ISO_8859_1));
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
