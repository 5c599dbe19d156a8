package dev.countersign.mock.cli.served;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.proxy.ProxySettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of the way to a real server. */
public final class UpstreamFlags {
    private UpstreamFlags() {}

    /** Adds them to a command. */
    public static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addOption(Flags.value(
                        "ADDRESS",
                        String.class,
                        "",
                        "A proxy on the way to the real server.",
                        "--upstream-proxy",
                        "--upstreamProxy"))
                .addOption(Flags.value(
                        "FILE",
                        String.class,
                        "",
                        "Certificates in PEM that are trusted besides those that Java trusts.",
                        "--upstream-ca"))
                .addOption(Flags.value(
                        "SECONDS", int.class, "30", "How long to wait for a real server's answer.", "--timeout"));
    }

    /** How the server at an address is reached; its requests are validated, violations reported in a header. */
    public static ProxySettings settings(ParseResult arguments, URI upstream) {
        String proxy = Flags.get(arguments, "--upstream-proxy", "");
        String ca = Flags.get(arguments, "--upstream-ca", "");
        int seconds = Flags.get(arguments, "--timeout", 30);
        if (seconds < 1) {
            throw Flags.refused(arguments, "--timeout must be at least 1 second");
        }
        return new ProxySettings(
                upstream,
                proxy.isEmpty() ? Optional.empty() : Optional.of(socket(address(arguments, proxy))),
                ca.isEmpty() ? Optional.empty() : Optional.of(Path.of(ca)),
                Duration.ofSeconds(seconds),
                true,
                false);
    }

    private static InetSocketAddress socket(URI address) {
        int port = address.getPort() < 0 ? 80 : address.getPort();
        return InetSocketAddress.createUnresolved(address.getHost(), port);
    }

    /** The http(s) address that a text is. */
    public static URI address(ParseResult arguments, String text) {
        try {
            URI address = URI.create(text);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Reported below, like any other text that is not an address.
        }
        throw Flags.refused(arguments, "not an http(s) address: " + withoutUser(text));
    }

    /** User and password do not belong on a screen. */
    public static String withoutUser(String address) {
        return address.replaceFirst("://[^/@]*@", "://");
    }
}
