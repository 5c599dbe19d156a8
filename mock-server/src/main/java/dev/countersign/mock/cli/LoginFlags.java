package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.oidc.LoginSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of the stand-in for an OpenID Connect provider. */
record LoginFlags(ParseResult arguments) {
    private static final int LONGEST_SECONDS = 31_536_000;

    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addOption(Flags.flag(
                        false,
                        "Stand in for an OpenID Connect provider: discovery, login page, tokens, userinfo and logout.",
                        "--oidc"))
                .addOption(Flags.list(
                        "URI",
                        "An address that a login may lead back to, besides those of this machine; can be repeated.",
                        "--oidc-redirect"))
                .addOption(Flags.value(
                        "SECONDS",
                        int.class,
                        Long.toString(LoginSettings.USUAL_LIFETIME.toSeconds()),
                        "How long access and ID tokens live.",
                        "--oidc-expires-in"));
    }

    /** What they say; empty when no stand-in is asked for. */
    Optional<LoginSettings> settings() {
        int seconds = Flags.get(arguments, "--oidc-expires-in", (int) LoginSettings.USUAL_LIFETIME.toSeconds());
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw Flags.refused(
                    arguments,
                    "Invalid value for option '--oidc-expires-in': '" + seconds + "' is no number of seconds from 1 to "
                            + LONGEST_SECONDS);
        }
        Set<String> redirects = Set.copyOf(Flags.get(arguments, "--oidc-redirect", List.<String>of()));
        return Flags.get(arguments, "--oidc", false)
                ? Optional.of(new LoginSettings(redirects, Duration.ofSeconds(seconds)))
                : Optional.empty();
    }
}
