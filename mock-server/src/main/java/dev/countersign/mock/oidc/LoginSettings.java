package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a user may set about the login stand-in.
 *
 * @param redirects addresses that a browser may be sent back to, besides those of this machine; compared as they are (RFC 9700
 *     section 2.1)
 * @param lifetime how long access and ID tokens live; to the second
 */
public record LoginSettings(Set<String> redirects, Duration lifetime) {
    /** As long as many providers have it. */
    public static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    public LoginSettings {
        redirects = Set.copyOf(redirects);
    }

    /** The address that a browser may be sent back to; empty when it may not. */
    Optional<URI> redirect(String address) {
        try {
            URI uri = new URI(address);
            boolean usable = uri.isAbsolute() && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return usable && (redirects.contains(address) || isLoopback(uri)) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isLoopback(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && uri.getHost() != null
                && Loopback.isNamed(uri.getHost());
    }
}
