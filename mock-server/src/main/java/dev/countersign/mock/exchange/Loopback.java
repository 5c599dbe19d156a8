package dev.countersign.mock.exchange;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of the machine that we run on (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3). */
public final class Loopback {
    private static final Pattern NAMES = Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private Loopback() {}

    /** Whether a host of a URI means this machine. */
    public static boolean isNamed(String host) {
        return NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
