package dev.countersign.mock.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: its flags, and what it does. Flags are declared in code, which starts faster than annotations. */
public interface Command {
    /** The word that users begin with. */
    String name();

    /** Its flags and its help. Is asked for only when the command may be the one that users want. */
    CommandSpec specification();

    /** Begins what the command needs whatever its flags are, while they are still read. It may yet turn out that they are wrong. */
    default void begin() {}

    /** Runs and returns an {@link ExitCode}. */
    int run(ParseResult arguments);
}
