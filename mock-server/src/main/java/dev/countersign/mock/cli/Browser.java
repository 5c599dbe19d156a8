package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opens pages in the user's browser, where there is one. */
record Browser(Map<String, String> environment, Terminal terminal) {
    /** Never throws: a server without a browser is a server all the same. */
    void open(String url) {
        List<String> command = command(System.getProperty("os.name", ""), url);
        if (!command.isEmpty()) {
            try {
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            } catch (IOException noSuchProgram) {
                // Reported below.
            }
        }
        terminal.complain("note: there is no browser to open; the console is at " + url);
    }

    /** What opens a page on this system; empty where nothing does. The variable BROWSER comes first, as many programs have it. */
    List<String> command(String system, String url) {
        String own = environment.getOrDefault("BROWSER", "");
        if (!own.isEmpty()) {
            return List.of(own, url);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", url);
        }
        if (name.startsWith("mac")) {
            return List.of("open", url);
        }
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? List.of("xdg-open", url) : List.of();
    }
}
