package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a page is opened, and that nothing comes of it where none can be. */
class BrowserTest {
    private static final String URL = "http://127.0.0.1:4010/__mock/";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(System.out, new PrintStream(err, true, StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({
        "Windows 11, X, rundll32",
        "Mac OS X, X, open",
        "Linux, DISPLAY, xdg-open",
        "Linux, WAYLAND_DISPLAY, xdg-open",
        "Linux, BROWSER, :0",
    })
    void isTheSystemsOwn(String system, String variable, String program) {
        List<String> command = new Browser(Map.of(variable, ":0"), terminal).command(system, URL);

        assertThat(command).startsWith(program).endsWith(URL);
    }

    @Test
    void isNotLookedForWithoutADesktop() {
        assertThat(new Browser(Map.of(), terminal).command("Linux", URL)).isEmpty();
    }

    @Test
    void failsWithANote() {
        new Browser(Map.of("BROWSER", "/no/such/browser"), terminal).open(URL);

        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("note: there is no browser to open; the console is at " + URL);
    }

    @Test
    void isStartedWithTheAddress(@TempDir Path folder) throws IOException {
        Path seen = folder.resolve("seen");
        Path browser = Files.writeString(
                folder.resolve("browser"),
                "#!/bin/sh\nprintf %s \"$1\" > " + seen + ".new && mv " + seen + ".new " + seen + "\n");
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        new Browser(Map.of("BROWSER", browser.toString()), terminal).open(URL);
        ProcessHandle.current().children().forEach(child -> child.onExit().join());

        assertThat(seen).hasContent(URL);
        assertThat(err.size()).isZero();
    }
}
