package dev.countersign.openapi.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encoding in references (RFC 3986 section 2.1). Stateless. */
public final class Percent {
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        (letters + "0123456789-._~!$&'()*+,;=:@/?").chars().forEach(plain -> PLAIN[plain] = true);
    }

    private Percent() {}

    /** The text with everything encoded that must not stand in a fragment, a percent sign included. */
    static String encoded(String text) {
        if (text.chars().allMatch(character -> character < PLAIN.length && PLAIN[character])) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (character < PLAIN.length && PLAIN[character]) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }

    /** The text that was encoded; a percent sign that begins no octet stands for itself. */
    public static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int octet = text.charAt(i) == '%' ? octet(text, i + 1) : -1;
            if (octet >= 0) {
                octets.write(octet);
                i += 2;
            } else {
                decoded.append(octets.toString(StandardCharsets.UTF_8)).append(text.charAt(i));
                octets.reset();
            }
        }
        return decoded.append(octets.toString(StandardCharsets.UTF_8)).toString();
    }

    private static int octet(String text, int start) {
        int high = start + 1 < text.length() ? Character.digit(text.charAt(start), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(start + 1), 16);
        return low < 0 ? -1 : high * 16 + low;
    }
}
