package dev.countersign.command;

import dev.countersign.command.complete.CompleteCommand;
import dev.countersign.command.diff.DiffCommand;
import dev.countersign.command.init.InitCommand;
import dev.countersign.command.verify.VerifyCommand;
import dev.countersign.mock.cli.CommandTree;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import java.io.PrintStream;
import java.util.List;

/** The entry point: {@code java -jar countersign.jar COMMAND}. */
public final class Main {
    private Main() {}

    /** Runs a command. The process ends when the command fails or has nothing left to do. */
    public static void main(String[] args) {
        Lifetime lifetime = new Lifetime();
        lifetime.endWithProcess();
        int code = run(args, new Terminal(System.out, System.err), lifetime);
        if (code != ExitCode.OK) {
            System.exit(code);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Terminal(out, err), new Lifetime());
    }

    private static int run(String[] args, Terminal terminal, Lifetime lifetime) {
        return new CommandTree(
                        "countersign",
                        "Serves, checks, completes, compares and verifies what an OpenAPI document describes.",
                        List.of(
                                new CompleteCommand(terminal),
                                new DiffCommand(terminal),
                                new InitCommand(terminal),
                                new VerifyCommand(terminal)),
                        terminal,
                        lifetime)
                .run(args);
    }
}
