package dev.countersign.mock.cli.command;

import dev.countersign.mock.exchange.PrintableText;
import java.io.PrintStream;
import java.util.List;

/**
 * Where a command writes: answers to {@code out}, complaints to {@code err}. Control characters that come from documents and clients do not reach it.
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

    /** Complains of the first of many, and says how many more there are: {@code warning: 3 more …}. */
    public void complain(List<String> lines, int most, String more) {
        lines.stream().limit(most).forEach(this::complain);
        if (lines.size() > most) {
            complain("warning: " + (lines.size() - most) + " more " + more);
        }
    }

    private static void print(PrintStream stream, String lines) {
        stream.println(PrintableText.lines(lines));
        stream.flush();
    }
}
