package dev.countersign.mock.cli;

import dev.countersign.mock.server.ServerSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The flags of everything that listens. */
final class ServerFlags {
    private ServerFlags() {}

    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addOption(Flags.value("PORT", int.class, "4010", "The port; 0 for any free one.", "-p", "--port"))
                .addOption(Flags.value("HOST", String.class, "127.0.0.1", "The address to listen on.", "-h", "--host"))
                .addOption(Flags.flag(true, "Let pages of any origin call.", "--cors"))
                .addOption(Flags.value(
                        "BYTES",
                        int.class,
                        Integer.toString(ServerSettings.DEFAULT_BODY_LIMIT),
                        "The largest request body.",
                        "--body-limit"));
    }

    static OptionSpec multiprocess() {
        return Flags.flag(false, "Accepted and not needed: one process uses every core.", "-m", "--multiprocess");
    }

    static ServerSettings settings(ParseResult arguments) {
        try {
            return new ServerSettings(
                    arguments.matchedOptionValue("--host", "127.0.0.1"),
                    arguments.matchedOptionValue("--port", 4010),
                    arguments.matchedOptionValue("--cors", true),
                    arguments.matchedOptionValue("--body-limit", ServerSettings.DEFAULT_BODY_LIMIT));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "a value is out of range" : e.getMessage();
            throw new ParameterException(arguments.commandSpec().commandLine(), message);
        }
    }
}
