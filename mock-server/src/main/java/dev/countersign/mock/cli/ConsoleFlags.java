package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.control.ConsoleRoutes;
import dev.countersign.mock.control.access.ControlToken;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of console and control API. */
record ConsoleFlags(ParseResult arguments) {
    private static final String PATH = "--console";
    private static final String TOKEN = "--control-token";
    private static final String NOWHERE = "none";

    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addOption(Flags.value(
                        "PATH",
                        String.class,
                        ConsoleRoutes.PATH,
                        "Where console, documentation and control API are served; none for not at all.",
                        PATH))
                .addOption(Flags.value(
                        "TOKEN",
                        String.class,
                        "",
                        "What has to be known to use console and control API, which are for this machine alone without it.",
                        TOKEN))
                .addOption(Flags.flag(false, "Open the console in a browser when the server has started.", "--open"));
    }

    /** Where the console is served; empty when it is not. */
    Optional<String> path() {
        String path = Flags.get(arguments, PATH, ConsoleRoutes.PATH);
        if (path.equals(NOWHERE)) {
            return Optional.empty();
        }
        if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw Flags.refused(
                    arguments,
                    "Invalid value for option '" + PATH + "': '" + path + "' is neither " + NOWHERE
                            + " nor a path such as /__mock, which begins with a slash and ends without one");
        }
        return Optional.of(path);
    }

    /** What has to be known to give orders; empty when nothing has. The message of an error does not repeat it. */
    Optional<ControlToken> token() {
        String text = Flags.get(arguments, TOKEN, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ControlToken> token = ControlToken.of(text);
        if (token.isEmpty()) {
            throw Flags.refused(
                    arguments,
                    "Invalid value for option '" + TOKEN
                            + "': a token consists of letters, digits and -._~+/, so that header fields can carry it");
        }
        return token;
    }

    boolean isOpened() {
        return Flags.get(arguments, "--open", false);
    }
}
