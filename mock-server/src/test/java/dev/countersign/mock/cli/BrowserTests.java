package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The tests in {@code src/test/browser}, in headless Chromium against the packaged server. They need Node and a Chromium, which
 * {@code CHROMIUM} may name; {@code .ci/run} brings both.
 *
 * @param folder where their output goes
 */
record BrowserTests(Path folder) {
    private static final Path HERE = Path.of("src/test/browser").toAbsolutePath();

    /**
     * Runs one file of them.
     *
     * @param document what is served
     * @param flags how
     * @return where their pictures are
     */
    Path run(String file, String document, String... flags) throws IOException, InterruptedException {
        Optional<String> chromium = chromium();
        assumeTrue(chromium.isPresent(), "There is no Chromium here; CHROMIUM=… names one.");
        assumeTrue(run(folder.resolve("node.txt"), "node", "--version") == 0, "There is no Node here.");
        assertThat(run(folder.resolve("install.txt"), "node", "install.mjs")).isZero();
        List<String> serve =
                new ArrayList<>(List.of("serve", HERE.resolve(document).toString(), "--port", "0"));
        serve.addAll(List.of(flags));
        Process server =
                new PackagedJar(folder).command(serve.toArray(String[]::new)).start();
        try (BufferedReader out = PackagedJar.output(server)) {
            String greeting = out.readLine();
            Path pictures = Files.createDirectories(Path.of("target/console").toAbsolutePath());
            Path output = folder.resolve("tests.txt");
            ProcessBuilder tests = command(output, "node", "--test", "--test-reporter=spec", file);
            tests.environment().put("MOCK_URL", greeting.substring(greeting.indexOf("http:")));
            tests.environment().put("DOCUMENT", HERE.resolve(document).toString());
            tests.environment().put("CHROMIUM", chromium.get());
            tests.environment().put("PICTURES", pictures.toString());

            int code = tests.start().waitFor();

            assertThat(code)
                    .as(Files.readString(output, StandardCharsets.UTF_8))
                    .isZero();
            return pictures;
        } finally {
            server.destroy();
            assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
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
