package dev.countersign.mock.cli;

import java.io.PrintStream;

/** Where a command writes: answers to {@code out}, complaints to {@code err}. */
record Terminal(PrintStream out, PrintStream err) {
    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println(line);
        err.flush();
    }
}
