package dev.countersign.mock.cli;

import java.io.PrintStream;

/** The entry point: {@code java -jar mock-server.jar serve DOCUMENT}. */
public final class Main {
    private Main() {}

    /** Runs a command. The process ends when the command fails or has nothing left to do. */
    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        if (code != ExitCode.OK) {
            System.exit(code);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return new CommandTree(new Terminal(out, err)).run(args);
    }
}
