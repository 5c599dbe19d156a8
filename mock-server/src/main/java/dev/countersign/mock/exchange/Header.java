package dev.countersign.mock.exchange;

/**
 * One header field (RFC 9110 section 5).
 *
 * @param name compared without case
 * @param value without line breaks
 */
public record Header(String name, String value) {
    /** Line breaks and other control characters but tabs become spaces, so that no value can smuggle in a second field. */
    public Header {
        if (hasControl(value)) {
            value = value.replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", " ");
        }
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                return true;
            }
        }
        return false;
    }
}
