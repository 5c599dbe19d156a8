package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page of another origin that is developed beside the console: errors, delays and faults at will, and sessions side by side. */
class SignInIT {
    private static final String AUTH = "../../../../openapi/auth.yaml";

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void worksInABrowser() throws IOException, InterruptedException {
        Path pictures = new BrowserTests(folder).run("sign-in.test.mjs", AUTH, "--log", "none");

        assertThat(pictures.resolve("sign-in.png")).isNotEmptyFile();
    }

    @Test
    @Timeout(300)
    void remembersAsItsScenarioSays() throws IOException, InterruptedException {
        Path scenario = Path.of("../openapi/auth.scenario.yaml").toAbsolutePath();

        Path pictures = new BrowserTests(folder)
                .run("scenario.test.mjs", AUTH, "--log", "none", "--scenario", scenario.toString());

        assertThat(pictures.resolve("scenario.png")).isNotEmptyFile();
    }
}
