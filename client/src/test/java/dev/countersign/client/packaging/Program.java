package dev.countersign.client.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of somebody else's, run to its end. */
final class Program {
    private Program() {}

    /** Runs it, and tells what it printed. */
    static List<String> run(ProcessBuilder program, Path output) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit;
        try {
            exit = process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        if (exit != 0) {
            throw new AssertionError(program.command() + " ended with " + exit + ":\n" + Files.readString(output));
        }
        return Files.readAllLines(output);
    }
}
