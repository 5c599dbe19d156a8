package dev.countersign.openapi.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a {@code $ref} says: a JSON pointer as a URI fragment (RFC 6901 section 6). */
public final class Fragments {
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        (letters + "0123456789-._~!$&'()*+,;=:@/?").chars().forEach(plain -> PLAIN[plain] = true);
    }

    private Fragments() {}

    /** The reference of an object; null when it is none. A property that is called {@code $ref} has no text value. */
    public static @Nullable String reference(JsonNode node) {
        JsonNode reference = node.isObject() ? node.get("$ref") : null;
        return reference != null && reference.isString() ? reference.stringValue() : null;
    }

    public static String encode(String pointer) {
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
    public static String decode(String fragment) {
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
