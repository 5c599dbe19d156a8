package dev.countersign.mock.validate;

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

    static List<Part> parse(byte[] body, String boundary) {
        // One byte is one character in Latin-1, so that indices into the text are indices into the bytes.
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        String delimiter =
                "\r\n--" + new String(boundary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int start = text.indexOf(delimiter);
        while (start >= 0 && parts.size() < MOST_PARTS) {
            start += delimiter.length();
            int end = text.indexOf(delimiter, start);
            if (end < 0 || text.startsWith("--", start)) {
                break;
            }
            int line = text.indexOf("\r\n", start);
            if (line >= 0 && line <= end) {
                parts.add(part(text.substring(line, end)));
            }
            start = end;
        }
        return parts;
    }

    private static Part part(String text) {
        int blank = text.indexOf("\r\n\r\n");
        String head = blank < 0 ? "" : text.substring(0, blank);
        String content = blank < 0 ? text : text.substring(blank + 4);
        String name = "";
        boolean isFile = false;
        Optional<MediaType> type = Optional.empty();
        for (String line : head.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            if (field.equals("content-type")) {
                type = MediaType.parse(value);
            } else if (field.equals("content-disposition")) {
                name = parameter(value, "name").orElse("");
                isFile = parameter(value, "filename").isPresent()
                        || parameter(value, "filename*").isPresent();
            }
        }
        return new Part(utf8(name), type, isFile, content.getBytes(StandardCharsets.ISO_8859_1));
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
