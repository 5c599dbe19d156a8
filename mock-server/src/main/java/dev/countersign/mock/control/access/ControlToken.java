package dev.countersign.mock.control.access;

import dev.countersign.mock.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody has to know to give orders: a bearer token (RFC 6750). A browser that has logged in with it has a cookie instead,
 * which is made of the token and does not hold it. How long a comparison takes tells nothing about either. Thread-safe.
 */
public final class ControlToken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final String SCHEME = "Bearer ";
    private static final int NAME_LENGTH = 8;

    private final SecretKeySpec key;
    private final byte[] expected;

    private ControlToken(String text) {
        key = new SecretKeySpec(bytes(text), "HmacSHA256");
        expected = digest("token " + text);
    }

    /** A token; empty for a text that no {@code Authorization} field could carry. */
    public static Optional<ControlToken> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ControlToken(text)) : Optional.empty();
    }

    /** Whether a request has it, in one form or the other. */
    boolean isIn(Headers headers) {
        Optional<String> bearer = headers.first("Authorization")
                .filter(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()));
        return bearer.map(field -> is(field.substring(SCHEME.length()).strip()))
                .orElseGet(() -> headers.all("Cookie").stream().anyMatch(this::isInCookie));
    }

    /** Whether a text is the token. */
    boolean is(String text) {
        return MessageDigest.isEqual(digest("token " + text), expected);
    }

    private boolean isInCookie(String field) {
        byte[] cookie = bytes(cookie());
        boolean found = false;
        for (String pair : field.split(";", -1)) {
            found |= MessageDigest.isEqual(bytes(pair.strip()), cookie);
        }
        return found;
    }

    /** Name and value. Servers with other tokens have other names, as all ports of a machine share their cookies. */
    String cookie() {
        return "Mock-Control-" + hex("cookie name").substring(0, NAME_LENGTH) + "=" + hex("cookie value");
    }

    private String hex(String purpose) {
        return HexFormat.of().formatHex(digest(purpose));
    }

    private byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + key.getAlgorithm(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing of the token. */
    @Override
    public String toString() {
        return "***";
    }
}
