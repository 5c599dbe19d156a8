package dev.countersign.mock.exchange;

import dev.countersign.openapi.json.Percent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in requests (RFC 3986 section 2.1). What is not properly encoded stays as it is. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** Decodes a path segment, in which a plus sign is a plus sign. */
    public static String decode(String text) {
        return Percent.decoded(text);
    }

    /** Decodes a query or form component, in which a plus sign is a space. */
    public static String decodeForm(String text) {
        return Percent.decoded(text.replace('+', ' '));
    }

    /** Encodes a path segment, or a component of a query. */
    public static String encode(String text) {
        return encodeForm(text).replace("+", "%20");
    }

    /** Encodes a component of a form, in which a plus sign is a space. */
    public static String encodeForm(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
