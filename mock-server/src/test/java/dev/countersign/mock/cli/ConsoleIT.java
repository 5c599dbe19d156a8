package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
        Path pictures = new BrowserTests(folder).run("console.test.mjs", "console.yaml");

        assertThat(pictures.resolve("console-light.png")).isNotEmptyFile();
    }
}
