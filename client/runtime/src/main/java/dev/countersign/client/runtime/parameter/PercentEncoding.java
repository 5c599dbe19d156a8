package dev.countersign.client.runtime.parameter;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding of RFC 3986: UTF-8, upper-case digits, a space as {@code %20}. */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";
    private static final BitSet UNRESERVED = new BitSet(128);
    /** The reserved characters, but for those that end or split a query, and brackets, which java.net.URI restricts. */
    private static final BitSet RESERVED = new BitSet(128);

    static {
        UNRESERVED.set('a', 'z' + 1);
        UNRESERVED.set('A', 'Z' + 1);
        UNRESERVED.set('0', '9' + 1);
        "-._~".chars().forEach(UNRESERVED::set);
        RESERVED.or(UNRESERVED);
        ":/?@!$'()*,;".chars().forEach(RESERVED::set);
    }

    private PercentEncoding() {}

    /** Leaves nothing as it is but unreserved characters. */
    public static String encode(String text) {
        return encode(text, UNRESERVED);
    }

    /** Leaves reserved characters as they are, too, where they are allowed. */
    public static String encode(String text, boolean allowReserved) {
        return encode(text, allowReserved ? RESERVED : UNRESERVED);
    }

    /** Octets, which need not be text. */
    static String encode(byte[] octets, boolean allowReserved) {
        return encode(octets, allowReserved ? RESERVED : UNRESERVED);
    }

    private static String encode(String text, BitSet kept) {
        return encode(text.getBytes(StandardCharsets.UTF_8), kept);
    }

    private static String encode(byte[] octets, BitSet kept) {
        StringBuilder encoded = new StringBuilder(octets.length + 16);
        for (byte each : octets) {
            if (each > 0 && kept.get(each)) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HEX.charAt((each >> 4) & 15)).append(HEX.charAt(each & 15));
            }
        }
        return encoded.toString();
    }
}
