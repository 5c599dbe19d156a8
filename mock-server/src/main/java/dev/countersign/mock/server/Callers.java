package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.Loopback;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells who may give orders to the server itself. A browser sends requests for any page that is open in it; they are refused
 * by {@code Sec-Fetch-Site} and {@code Origin}, and by {@code Host}, since a page can make its own name mean this machine
 * (DNS rebinding). Thread-safe.
 *
 * @param names host names that mean this server, besides those of the machine itself
 */
public record Callers(List<String> names) {
    /** What stands for itself cannot be made to mean another machine. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    public Callers {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Why a request must not give orders; empty when it may. */
    public Optional<String> refusal(Headers headers) {
        String host = host(headers);
        if (!ADDRESS.matcher(host).matches() && !isOwn(host)) {
            return Optional.of(
                    "The request is for another host than this one. Name it with --allowed-host if it is this one.");
        }
        if (headers.first("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()
                || headers.first("Origin")
                        .filter(origin -> !isOwnOrigin(origin, host))
                        .isPresent()) {
            return Optional.of("Pages of other sites may not give orders to this server.");
        }
        return Optional.empty();
    }

    /**
     * Why a request must not log anybody in, from whichever page it comes; empty when it may. An address counts only when it is
     * this machine's own, or named.
     */
    public Optional<String> foreignHost(Headers headers) {
        return isOwn(host(headers))
                ? Optional.empty()
                : Optional.of(
                        "The request is for another host than this machine. Name it with --allowed-host if it is this one.");
    }

    private static String host(Headers headers) {
        return hostOf(headers.first("Host").orElse(""));
    }

    private boolean isOwn(String host) {
        return Loopback.isNamed(host) || names.contains(host);
    }

    /** Another port of this machine is where a developer's own pages come from. */
    private boolean isOwnOrigin(String origin, String host) {
        try {
            String named = URI.create(origin).getHost();
            String page = named == null ? "" : named.toLowerCase(Locale.ROOT);
            return !page.isEmpty() && (page.equals(host) || isOwn(page));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static String hostOf(String field) {
        String host = field.strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
