package dev.countersign.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** JSON pointers as URI fragments (RFC 6901 section 6). */
final class Fragments {
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        (letters + "0123456789-._~!$&'()*+,;=:@/?").chars().forEach(plain -> PLAIN[plain] = true);
    }

    private Fragments() {}

    static String encode(String pointer) {
        if (isPlain(pointer)) {
            return pointer;
        }
        StringBuilder fragment = new StringBuilder(pointer.length());
        for (byte octet : pointer.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (character < PLAIN.length && PLAIN[character]) {
                fragment.append(character);
            } else {
                fragment.append('%').append(String.format("%02X", (int) character));
            }
        }
        return fragment.toString();
    }

    private static boolean isPlain(String pointer) {
        for (int i = 0; i < pointer.length(); i++) {
            char character = pointer.charAt(i);
            if (character >= PLAIN.length || !PLAIN[character]) {
                return false;
            }
        }
        return true;
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
