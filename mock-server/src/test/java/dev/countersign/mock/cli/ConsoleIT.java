package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console in headless Chromium, against the packaged server: {@code src/test/browser}. Needs Node and a Chromium, which {@code
 * CHROMIUM} may name; {@code .ci/run} brings both.
 */
class ConsoleIT {
    private static final Path BROWSER_TESTS = Path.of("src/test/browser").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void worksInABrowser() throws IOException, InterruptedException {
        Optional<String> chromium = chromium();
        assumeTrue(chromium.isPresent(), "There is no Chromium here; CHROMIUM=… names one.");
        assumeTrue(run(folder.resolve("node.txt"), "node", "--version") == 0, "There is no Node here.");
        assertThat(run(folder.resolve("install.txt"), "node", "install.mjs")).isZero();
        Process server = new PackagedJar(folder)
                .command("serve", BROWSER_TESTS.resolve("console.yaml").toString(), "--port", "0")
                .start();
        try (BufferedReader out = PackagedJar.output(server)) {
            String greeting = out.readLine();
            Path pictures = Files.createDirectories(Path.of("target/console").toAbsolutePath());
            ProcessBuilder tests =
                    command(folder.resolve("tests.txt"), "node", "--test", "--test-reporter=spec", "console.test.mjs");
            tests.environment().put("MOCK_URL", greeting.substring(greeting.indexOf("http:")));
            tests.environment().put("CHROMIUM", chromium.get());
            tests.environment().put("PICTURES", pictures.toString());

            int code = tests.start().waitFor();

            assertThat(code).as(read(folder.resolve("tests.txt"))).isZero();
            assertThat(pictures.resolve("console-light.png")).isNotEmptyFile();
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
                .directory(BROWSER_TESTS.toFile())
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

    private static String read(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
