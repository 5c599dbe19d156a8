package dev.countersign.mock.cli.log;

import dev.countersign.mock.cli.command.Flags;
import picocli.CommandLine.Model.OptionSpec;

/** How much is printed; the names are those that Prism's users know. */
enum Verbosity {
    silent,
    fatal,
    error,
    warn,
    info,
    debug,
    trace;

    static OptionSpec option(String description) {
        return Flags.value(
                "LEVEL",
                Verbosity.class,
                info.name(),
                description + " One of ${COMPLETION-CANDIDATES}.",
                "-v",
                "--verboseLevel",
                "--verbose-level");
    }

    boolean isQuiet() {
        return compareTo(warn) < 0;
    }

    boolean isVerbose() {
        return compareTo(info) > 0;
    }
}
