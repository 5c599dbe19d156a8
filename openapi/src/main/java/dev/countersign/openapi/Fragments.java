package dev.countersign.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** JSON pointers as URI fragments (RFC 6901 section 6). */
final class Fragments {
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    private Fragments() {}

    static String encode(String pointer) {
        StringBuilder fragment = new StringBuilder(pointer.length());
        for (byte octet : pointer.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean letterOrDigit = character < 0x80 && Character.isLetterOrDigit(character);
            if (letterOrDigit || PLAIN.indexOf(character) >= 0) {
                fragment.append(character);
            } else {
                fragment.append('%').append(String.format("%02X", (int) character));
            }
        }
        return fragment.toString();
    }

    /** The pointer in a fragment; the fragment itself where its percent-encoding is broken. */
    static String decode(String fragment) {
        if (fragment.indexOf('%') < 0) {
            return fragment;
        }
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }
}
