package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tests in {@code src/test/browser}, in headless Chromium against a mock server. They need Node and a Chromium, which
 * {@code CHROMIUM} may name; {@code .ci/run} brings both. What a test needs to be set up is set up before it runs, by the client of
 * the control API, in the session that the test is run in.
 *
 * @param folder where their output goes
 */
record BrowserTests(Path folder) {
    private static final Path HERE = Path.of("src/test/browser").toAbsolutePath();

    /**
     * Runs one file of them.
     *
     * @param mock the mock server
     * @param more what else they are told, as variables of their environment
     * @return where their pictures are
     */
    Path run(String file, URI mock, Map<String, String> more) throws IOException, InterruptedException {
        Optional<String> chromium = chromium();
        assumeTrue(chromium.isPresent(), "There is no Chromium here; CHROMIUM=… names one.");
        assumeTrue(run(folder.resolve("node.txt"), "node", "--version") == 0, "There is no Node here.");
        assertThat(run(folder.resolve("install.txt"), "node", "install.mjs")).isZero();
        Path pictures = Files.createDirectories(Path.of("target/console").toAbsolutePath());
        Path output = folder.resolve("tests.txt");
        ProcessBuilder tests = command(output, "node", "--test", "--test-reporter=spec", file);
        tests.environment().put("MOCK_URL", mock.toString());
        tests.environment().put("CHROMIUM", chromium.get());
        tests.environment().put("PICTURES", pictures.toString());
        tests.environment().putAll(more);

        int code = tests.start().waitFor();

        assertThat(code).as(Files.readString(output, StandardCharsets.UTF_8)).isZero();
        return pictures;
    }

    private static Optional<String> chromium() {
        String named = System.getenv("CHROMIUM");
        return Stream.concat(
                        Stream.ofNullable(named),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    private static ProcessBuilder command(Path output, String... command) {
        return new ProcessBuilder(List.of(command))
                .directory(HERE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
    }

    private static int run(Path output, String... command) throws InterruptedException {
        try {
            return command(output, command).start().waitFor();
        } catch (IOException notThere) {
            return -1;
        }
    }
}
