package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A login with a well-known library in a browser, from a page of another origin. */
class LoginIT {
    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void worksInABrowser() throws IOException, InterruptedException {
        try (ControlledMock mock = ControlledMock.packaged("src/test/browser/login.yaml", "--oidc")) {
            Path pictures = new BrowserTests(folder).run("login.test.mjs", mock.url(), Map.of());

            assertThat(pictures.resolve("login-light.png")).isNotEmptyFile();
        }
    }
}
