package dev.countersign.openapi.schema.format;

import java.net.IDN;

/** Host names, addresses and mailboxes. */
final class Hosts {
    private Hosts() {}

    /** RFC 1123 section 2.1: labels of letters, digits and inner hyphens, each up to 63 characters, 253 in all. */
    static boolean isHostname(String text) {
        return isHostname(text, 0);
    }

    private static boolean isHostname(String text, int from) {
        int end = text.length();
        if (from == end || end - from > 253) {
            return false;
        }
        int start = from;
        for (int i = from; i <= end; i++) {
            if (i == end || text.charAt(i) == '.') {
                if (i == start || i - start > 63 || text.charAt(start) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                start = i + 1;
            } else if (!Ascii.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    static boolean isInternationalHostname(String text) {
        if (text.length() > 253) {
            return false;
        }
        try {
            return isHostname(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException notAHost) {
            return false;
        }
    }

    /** RFC 5321 section 4.1.2: a dot-string or a quoted string, then a domain or an address literal. */
    static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > 64) {
            return false;
        }
        return isLocalPart(text, at) && (isHostname(text, at + 1) || isAddressLiteral(text.substring(at + 1)));
    }

    static boolean isInternationalEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at <= 64 && isInternationalHostname(text.substring(at + 1));
    }

    static boolean isIpv4(String text) {
        int octets = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != '.') {
                continue;
            }
            if (!isOctet(text, start, i)) {
                return false;
            }
            octets++;
            start = i + 1;
        }
        return octets == 4;
    }

    /** RFC 4291 section 2.2; a zone identifier is not part of an address. */
    static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        int before = groups(text.substring(0, gap), false);
        int after = groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /** How many groups of 16 bits the text has; -1 when it is not made of groups. */
    private static int groups(String text, boolean mayEndInIpv4) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() > 45) {
            return -1;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (mayEndInIpv4 && i == parts.length - 1 && isIpv4(parts[i])) {
                return count + 2;
            }
            if (parts[i].isEmpty() || parts[i].length() > 4) {
                return -1;
            }
            for (int c = 0; c < parts[i].length(); c++) {
                if (!Ascii.isHexDigit(parts[i].charAt(c))) {
                    return -1;
                }
            }
            count++;
        }
        return count;
    }

    private static boolean isOctet(String text, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(start) == '0')) {
            return false;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            if (!Ascii.isDigit(text.charAt(i))) {
                return false;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value <= 255;
    }

    private static boolean isLocalPart(String text, int end) {
        if (text.charAt(0) == '"') {
            return end > 2 && text.charAt(end - 1) == '"';
        }
        boolean afterDot = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean dot = c == '.';
            if (dot ? afterDot : !Ascii.isLetterOrDigit(c) && "!#$%&'*+-/=?^_`{|}~".indexOf(c) < 0) {
                return false;
            }
            afterDot = dot;
        }
        return !afterDot;
    }

    private static boolean isAddressLiteral(String domain) {
        if (!domain.startsWith("[") || !domain.endsWith("]")) {
            return false;
        }
        String address = domain.substring(1, domain.length() - 1);
        return address.startsWith("IPv6:") ? isIpv6(address.substring(5)) : isIpv4(address);
    }
}
