package dev.countersign.mock.route;

import dev.countersign.mock.exchange.PercentEncoding;
import org.jspecify.annotations.Nullable;

/** A segment, decoded, that knows how each part of it was written. */
final class DecodedText {
    private static final int ENCODED_OCTET = 3;

    private final String raw;
    private final String text;
    /** Where each character of the text begins in the raw segment, and one more for its end; null when all stand as they are. */
    private final int @Nullable [] starts;

    private DecodedText(String raw, String text, int @Nullable [] starts) {
        this.raw = raw;
        this.text = text;
        this.starts = starts;
    }

    /** The segment as it stands. */
    static DecodedText literally(String raw) {
        return new DecodedText(raw, raw, null);
    }

    /** The segment decoded, one character after the other. */
    static DecodedText decoding(String raw) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[raw.length() + 1];
        int position = 0;
        while (position < raw.length()) {
            int end = Math.min(raw.length(), position + length(raw, position));
            String character = PercentEncoding.decode(raw.substring(position, end));
            for (int i = 0; i < character.length(); i++) {
                starts[text.length() + i] = position;
            }
            text.append(character);
            position = end;
        }
        starts[text.length()] = raw.length();
        return new DecodedText(raw, text.toString(), starts);
    }

    /** How long a character is as written: encoded, it has as many octets as its first one says (RFC 3629 section 3). */
    private static int length(String raw, int position) {
        int high = raw.charAt(position) == '%' && position + 2 < raw.length()
                ? Character.digit(raw.charAt(position + 1), 16)
                : -1;
        if (high < 0 || Character.digit(raw.charAt(position + 2), 16) < 0) {
            return 1;
        }
        int octets = high < 0xc ? 1 : high == 0xf ? 4 : high == 0xe ? 3 : 2;
        return octets * ENCODED_OCTET;
    }

    /** The segment, decoded. */
    String text() {
        return text;
    }

    /** How the characters between two places of the text were written. */
    String raw(int from, int to) {
        return starts == null ? raw.substring(from, to) : raw.substring(starts[from], starts[to]);
    }
}
