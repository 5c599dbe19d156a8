package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.config.FlagDefaults;
import dev.countersign.mock.server.Callers;
import dev.countersign.mock.server.CorsPolicy;
import dev.countersign.mock.server.OriginPatterns;
import dev.countersign.mock.server.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of everything that listens. */
final class ServerFlags {
    private ServerFlags() {}

    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addOption(Flags.value(
                        "FILE", String.class, "", "A YAML file with flags: port: 4010.", FlagDefaults.CONFIG))
                .addOption(Flags.value("PORT", int.class, "4010", "The port; 0 for any free one.", "-p", "--port"))
                .addOption(Flags.value("HOST", String.class, "127.0.0.1", "The address to listen on.", "-h", "--host"))
                .addOption(Flags.flag(
                        true,
                        "Let pages of any origin call; with credentials, unless a real server answers.",
                        "--cors"))
                .addOption(Flags.list(
                        "ORIGIN",
                        "Let pages of this origin call with credentials, and no others: http://localhost:3000,"
                                + " http://localhost:*, https://*.preview.example. Can be repeated.",
                        "--cors-origin"))
                .addOption(Flags.list(
                        "NAME",
                        "A host name under which this server may be given orders; can be repeated.",
                        "--allowed-host"))
                .addOption(Flags.value(
                        "BYTES",
                        int.class,
                        Integer.toString(ServerSettings.DEFAULT_BODY_LIMIT),
                        "The largest request body.",
                        "--body-limit"))
                .addOption(Flags.flag(
                        true, "Send examples of 2 kB and more in gzip to clients that ask for it.", "--gzip"))
                .addOption(Flags.flag(
                        false,
                        "Speak HTTPS, with a certificate made at the start unless --tls-cert names one.",
                        "--tls"))
                .addOption(Flags.value(
                        "FILE",
                        String.class,
                        "",
                        "Speak HTTPS with this certificate in PEM, behind which those that issued it may stand.",
                        "--tls-cert"))
                .addOption(Flags.value(
                        "FILE",
                        String.class,
                        "",
                        "The certificate's private key in PEM, unless it stands in the same file.",
                        "--tls-key"));
    }

    static OptionSpec multiprocess() {
        return Flags.flag(false, "Accepted and not needed: one process uses every core.", "-m", "--multiprocess");
    }

    private static boolean isEncrypted(ParseResult arguments) {
        return Flags.get(arguments, "--tls", false)
                || !Flags.get(arguments, "--tls-cert", "").isEmpty()
                || !Flags.get(arguments, "--tls-key", "").isEmpty();
    }

    /** Who may give orders to this server. */
    static Callers callers(ParseResult arguments) {
        List<String> names = new ArrayList<>(Flags.get(arguments, "--allowed-host", List.<String>of()));
        names.add(Flags.get(arguments, "--host", "127.0.0.1"));
        return new Callers(names);
    }

    private static CorsPolicy cors(ParseResult arguments, CorsPolicy forAny) {
        List<String> origins = Flags.get(arguments, "--cors-origin", List.<String>of());
        for (String origin : origins) {
            if (!OriginPatterns.isOrigin(origin)) {
                throw Flags.refused(
                        arguments,
                        "Invalid value for option '--cors-origin': '" + origin
                                + "' is no origin such as http://localhost:3000, which has a scheme and no path");
            }
        }
        if (!Flags.get(arguments, "--cors", true)) {
            return CorsPolicy.OFF;
        }
        return origins.isEmpty() ? forAny : CorsPolicy.only(origins);
    }

    /**
     * Reads them.
     *
     * @param forAny what pages of any origin may do unless the flags say otherwise
     */
    static ServerSettings settings(ParseResult arguments, CorsPolicy forAny) {
        try {
            ServerSettings settings = new ServerSettings(
                            Flags.get(arguments, "--host", "127.0.0.1"),
                            Flags.get(arguments, "--port", 4010),
                            cors(arguments, forAny),
                            Flags.get(arguments, "--body-limit", ServerSettings.DEFAULT_BODY_LIMIT))
                    .withGzip(Flags.get(arguments, "--gzip", true));
            return isEncrypted(arguments)
                    ? settings.withIdentity(Encryption.identity(arguments, settings.host()))
                    : settings;
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "a value is out of range" : e.getMessage();
            throw Flags.refused(arguments, message);
        }
    }
}
