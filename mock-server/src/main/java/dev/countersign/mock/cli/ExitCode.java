package dev.countersign.mock.cli;

/** What a command tells its caller. */
final class ExitCode {
    static final int OK = 0;
    /** The command was understood and failed: a document that cannot be served, a port in use. */
    static final int FAILURE = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;

    private ExitCode() {}
}
