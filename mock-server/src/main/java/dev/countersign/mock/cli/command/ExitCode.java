package dev.countersign.mock.cli.command;

/** What a command tells its caller. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** The command was understood and failed: a document that cannot be served, a port in use. */
    public static final int FAILURE = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
