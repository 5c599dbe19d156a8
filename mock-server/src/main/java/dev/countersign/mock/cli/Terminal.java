package dev.countersign.mock.cli;

import dev.countersign.mock.exchange.PrintableText;
import java.io.PrintStream;

/**
 * Where a command writes: answers to {@code out}, complaints to {@code err}. What documents and clients bring along does not
 * steer it.
 */
public record Terminal(PrintStream out, PrintStream err) {
    /** Answers. */
    public void say(String lines) {
        print(out, lines);
    }

    /** Complains. */
    public void complain(String lines) {
        print(err, lines);
    }

    private static void print(PrintStream stream, String lines) {
        stream.println(PrintableText.lines(lines));
        stream.flush();
    }
}
