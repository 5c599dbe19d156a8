package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code completion}: prints a script with which bash and zsh complete the program's commands and flags.
 *
 * @param program the program with all its commands
 */
record CompletionCommand(Terminal terminal, CommandSpec program) implements Command {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name());
        specification
                .usageMessage()
                .description("Print a completion script for bash and zsh: source <(" + program.name() + " completion)");
        return specification;
    }

    @Override
    public int run(ParseResult arguments) {
        terminal.out()
                .println(
                        AutoComplete.bash(program.name(), program.commandLine()).strip());
        terminal.out().flush();
        return ExitCode.OK;
    }
}
