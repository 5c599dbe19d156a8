package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The console in a browser. */
class ConsoleIT {
    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void worksInABrowser() throws IOException, InterruptedException {
        try (ControlledMock mock = ControlledMock.packaged("src/test/browser/console.yaml")) {
            Path pictures = new BrowserTests(folder).run("console.test.mjs", mock.url(), Map.of());

            assertThat(pictures.resolve("console-light.png")).isNotEmptyFile();
        }
    }

    @Test
    @Timeout(300)
    void asksForTheTokenOfItsServer() throws IOException, InterruptedException {
        String token = "planted-token";
        try (ControlledMock mock = ControlledMock.packaged("src/test/browser/console.yaml", "--control-token", token)) {
            Path pictures = new BrowserTests(folder).run("token.test.mjs", mock.url(), Map.of("TOKEN", token));

            assertThat(pictures.resolve("token.png")).isNotEmptyFile();
            assertThat(mock.process().output()).noneMatch(line -> line.contains(token));
        }
    }
}
