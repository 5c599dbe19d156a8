package dev.countersign.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** A run of the verification library, in a process of its own. */
record VerificationRun(Toolkit toolkit, Path folder, Log log) {
    /** Run once and briefly: compiling it well costs more than it saves. */
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-Dorg.slf4j.simpleLogger.log.au.com.dius.pact.consumer=off",
            "-Dslf4j.internal.verbosity=ERROR",
            "-Dstdout.encoding=UTF-8",
            "-Dfile.encoding=UTF-8");

    /**
     * Runs it, and lets it speak.
     *
     * @return whether the contract is kept
     */
    boolean run(String command, Map<String, String> settings) throws MojoExecutionException {
        JavaProcess program = new JavaProcess(
                toolkit.classPathBeside("contract-tests", Toolkit.version()), OPTIONS, "dev.countersign.verify.Main");
        try {
            Process process = program.command(folder, List.of(command, "-"))
                    .redirectErrorStream(true)
                    .start();
            // By standard input: a token on a command line is read by everybody on the machine.
            try (OutputStream in = process.getOutputStream();
                    Writer text = new OutputStreamWriter(in, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.putAll(settings);
                properties.store(text, null);
            }
            try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    String plain = line.replaceFirst("^contract tests: ", "");
                    if (plain.startsWith("✗")) {
                        log.error(plain);
                    } else {
                        log.info(plain);
                    }
                }
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new MojoExecutionException("The verification cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The verification was interrupted", e);
        }
    }
}
