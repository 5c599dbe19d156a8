package dev.countersign.mock.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: its flags, and what it does. Flags are declared in code, which starts faster than annotations. */
public interface Command {
    CommandSpec specification();

    /** Runs and returns an {@link ExitCode}. */
    int run(ParseResult arguments);
}
