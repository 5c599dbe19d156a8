package dev.countersign.mock.cli.log;

import dev.countersign.mock.cli.command.Flags;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of what is printed while a server runs. */
public record LogFlags(ParseResult arguments) {
    /**
     * Adds them to a command.
     *
     * @param verbosity describes the flag of how much is printed
     */
    public static CommandSpec addTo(CommandSpec specification, String verbosity) {
        return specification
                .addOption(Flags.value(
                        "FORMAT",
                        RequestLog.Format.class,
                        RequestLog.Format.text.name(),
                        "Print a line for each request. One of ${COMPLETION-CANDIDATES}.",
                        "--log"))
                .addOption(Flags.flag(false, "Print no line for each request, and no operations.", "-q", "--quiet"))
                .addOption(Verbosity.option(verbosity));
    }

    private Verbosity verbosity() {
        return Flags.get(arguments, "--verboseLevel", Verbosity.info);
    }

    /** Whether neither requests nor operations are printed. */
    public boolean isQuiet() {
        return Flags.get(arguments, "--quiet", false) || verbosity().isQuiet();
    }

    /** Whether every answer is explained. */
    public boolean isVerbose() {
        return verbosity().isVerbose();
    }

    /** What prints a line for each request; empty when nothing does. */
    public Optional<RequestLog> log(PrintStream out) {
        RequestLog.Format format = Flags.get(arguments, "--log", RequestLog.Format.text);
        if (isQuiet() || format == RequestLog.Format.none) {
            return Optional.empty();
        }
        boolean coloured = Ansi.AUTO.enabled();
        return Optional.of(
                new RequestLog(format == RequestLog.Format.json ? LogLine::json : line -> line.text(coloured), out)
                        .start());
    }
}
