package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.config.FlagDefaults;
import dev.countersign.mock.server.BindException;
import dev.countersign.openapi.contract.ContractException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands of a program, and what happens when one is misspelt or fails. No stack trace ever reaches a user. */
public final class CommandTree {
    private final String name;
    private final String description;
    private final List<Command> declared;
    private final Terminal terminal;
    private final FlagDefaults defaults;

    /** The mock server's own commands alone. */
    CommandTree(Terminal terminal, Lifetime lifetime) {
        this(terminal, lifetime, System.getenv());
    }

    /** The same in an environment that sets flags. */
    CommandTree(Terminal terminal, Lifetime lifetime, Map<String, String> environment) {
        this(
                "mock-server",
                "Serves an OpenAPI document as a mock of its API.",
                List.of(),
                terminal,
                lifetime,
                environment);
    }

    /**
     * The mock server's commands and more.
     *
     * @param name how users call the program
     * @param description what it is for, in one sentence
     * @param further the commands that it has beside the mock server's
     * @param terminal where all of them write
     * @param lifetime ends what they have begun
     */
    public CommandTree(String name, String description, List<Command> further, Terminal terminal, Lifetime lifetime) {
        this(name, description, further, terminal, lifetime, System.getenv());
    }

    private CommandTree(
            String name,
            String description,
            List<Command> further,
            Terminal terminal,
            Lifetime lifetime,
            Map<String, String> environment) {
        this.name = name;
        this.description = description;
        this.declared = new ArrayList<>(List.of(
                new ServeCommand(terminal, lifetime),
                new ProxyCommand(terminal, lifetime),
                new CheckCommand(terminal)));
        this.declared.addAll(further);
        this.terminal = terminal;
        this.defaults = new FlagDefaults(environment);
    }

    private static boolean isConfigurable(CommandSpec specification) {
        return specification.findOption(FlagDefaults.CONFIG) != null;
    }

    private static OptionSpec version() {
        return OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .build();
    }

    private static OptionSpec help() {
        return OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Print this help and exit.")
                .build();
    }

    /** Runs the command that the arguments name, and returns an {@link ExitCode}. */
    public int run(String[] args) {
        String[] clear = StandInFlag.withoutDoubt(asked(args));
        Program program = program(clear);
        try {
            return run(program, program.parse(clear));
        } catch (ParameterException e) {
            CommandLine line = e.getCommandLine();
            return usage(Misspelling.of(e) + defaults.origin(e.getMessage(), line.getCommandSpec()), line);
        } catch (ContractException e) {
            terminal.complain(e.getMessage() == null ? "error: the document cannot be used" : e.getMessage());
        } catch (BindException e) {
            terminal.complain("error: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            terminal.complain("error: unexpected failure (" + e.getClass().getSimpleName()
                    + "). This is a bug; please report it with the command line and the document.");
        }
        return ExitCode.FAILURE;
    }

    /**
     * What these arguments can be read by: the command alone that they name, because all flags of all commands take long to declare,
     * and every command when they name none.
     */
    private Program program(String[] args) {
        CommandSpec top = CommandSpec.create().name(name).addOption(help()).addOption(version());
        top.usageMessage().description(description);
        List<Command> needed = new ArrayList<>();
        for (Command command : declared) {
            if (args.length > 0 && command.name().equals(args[0])) {
                command.begin();
                needed.add(command);
            }
        }
        if (needed.isEmpty()) {
            needed.addAll(declared);
            needed.add(new CompletionCommand(terminal, top));
        }
        Map<CommandSpec, Command> commands = new HashMap<>();
        for (Command command : needed) {
            CommandSpec specification =
                    command.specification().addOption(help()).addOption(version());
            if (isConfigurable(specification)) {
                specification.defaultValueProvider(defaults);
                specification.usageMessage().footer("", FlagDefaults.HELP);
            }
            commands.put(specification, command);
            top.addSubcommand(specification.name(), new CommandLine(specification));
        }
        return new Program(new CommandLine(top).setCaseInsensitiveEnumValuesAllowed(true), commands);
    }

    /** {@code help COMMAND}, as many programs have it, is {@code COMMAND --help}. */
    private static String[] asked(String[] args) {
        if (args.length == 0 || !args[0].equals("help")) {
            return args;
        }
        String[] asked = Arrays.copyOfRange(args, 1, args.length + 1);
        asked[args.length - 1] = "--help";
        return asked;
    }

    private int run(Program program, ParseResult top) {
        ParseResult innermost = top;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        CommandLine line = innermost.commandSpec().commandLine();
        if (innermost.isUsageHelpRequested()) {
            terminal.say(line.getUsageMessage(Ansi.OFF).strip());
            return ExitCode.OK;
        }
        if (innermost.isVersionHelpRequested()) {
            terminal.say((name.equals("countersign") ? name : "countersign " + name) + " " + BuildInfo.text());
            return ExitCode.OK;
        }
        Command command = program.commands().get(innermost.commandSpec());
        if (command == null) {
            return usage("no command given", program.line());
        }
        if (isConfigurable(innermost.commandSpec())) {
            defaults.misspelt(innermost.commandSpec()).forEach(each -> terminal.complain("warning: " + each));
        }
        return command.run(innermost);
    }

    private int usage(String message, CommandLine line) {
        String name = line.getCommandSpec().qualifiedName();
        terminal.complain("error: " + message + (message.endsWith("?") ? " See: " : ". See: ") + name + " --help");
        return ExitCode.USAGE;
    }

    /** A command line that can be read, and what its parts mean. */
    private record Program(CommandLine line, Map<CommandSpec, Command> commands) {
        ParseResult parse(String[] args) {
            return line.parseArgs(Misspelling.positive(args, List.copyOf(commands.keySet())));
        }
    }
}
