package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import java.io.PrintStream;

/** The entry point: {@code java -jar mock-server.jar serve DOCUMENT}. */
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
        return new CommandTree(terminal, lifetime).run(args);
    }
}
