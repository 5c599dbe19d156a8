package dev.countersign.openapi.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The addresses that references name (RFC 3986 section 5). Authors write file names as they are called, so that what must
 * not stand in a URI is encoded first, as browsers do: blanks, braces, letters beyond ASCII, a percent sign alone.
 */
final class Addresses {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

    private Addresses() {}

    /** What a reference without its fragment means that stands in the file at this address. */
    static URI resolve(URI base, String reference) throws BrokenReferenceException {
        try {
            return base.resolve(new URI(encoded(reference))).normalize();
        } catch (URISyntaxException e) {
            throw new BrokenReferenceException("\"" + reference + "\" is not a URI reference.", "Percent-encode it.");
        }
    }

    static boolean isRemote(URI address) {
        return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    }

    private static String encoded(String reference) throws BrokenReferenceException {
        StringBuilder encoded = new StringBuilder(reference.length());
        for (int i = 0; i < reference.length(); ) {
            int character = reference.codePointAt(i);
            int next = i + Character.charCount(character);
            if (Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE) {
                throw new BrokenReferenceException(
                        "\"" + reference + "\" holds half a character (a lone surrogate).", "Write the whole one.");
            }
            if (character == '\\') {
                encoded.append('/');
            } else if (isAllowed(character) || character == '%' && isOctet(reference, next)) {
                encoded.appendCodePoint(character);
            } else {
                for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
            }
            i = next;
        }
        return encoded.toString();
    }

    private static boolean isAllowed(int character) {
        boolean letter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
        return letter || character >= '0' && character <= '9' || ALLOWED.indexOf(character) >= 0;
    }

    private static boolean isOctet(String text, int start) {
        return start + 1 < text.length()
                && Character.digit(text.charAt(start), 16) >= 0
                && Character.digit(text.charAt(start + 1), 16) >= 0;
    }
}
