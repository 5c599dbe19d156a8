package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags that are set in the environment or in a file. */
class ConfigTest {
    @TempDir
    private Path folder;

    private Path document;

    @BeforeEach
    void write() throws IOException {
        document = document("a.yaml", "one");
    }

    private Path document(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), """
                openapi: 3.1.0
                info: {title: '%1$s', version: '1'}
                paths: {/%1$s: {get: {responses: {'200': {description: '', content: {text/plain: {example: %2$s}}}}}}}
                """.formatted(file, text));
    }

    private String config(String text) throws IOException {
        return Files.writeString(folder.resolve("mock.yaml"), text).toString();
    }

    private static boolean hasConsole(StartedCommand server, String path) {
        return server.get(path + "/ready").statusCode() == 200;
    }

    @Test
    void namesDocumentsRelativeToItself() throws IOException {
        document("b.yaml", "two");
        String config = config("""
                # what a team shares
                document: [a.yaml, b.yaml]
                port: 0
                prefix: {b: /second}
                cors-origin:
                  - http://one.example
                  - http://two.example
                """);
        try (StartedCommand server = new StartedCommand("serve", "--config", config)) {
            assertThat(server.get("/a.yaml").body()).isEqualTo("one");
            assertThat(server.get("/second/b.yaml").body()).isEqualTo("two");
            assertThat(server.get("/a.yaml", "Origin", "http://two.example")
                            .headers()
                            .map())
                    .containsKey("access-control-allow-origin");
            assertThat(server.get("/a.yaml", "Origin", "http://three.example")
                            .headers()
                            .map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/flag, /variable, /file, /flag",
        "'', /variable, /file, /variable",
        "'', '', /file, /file",
        "'', '', '', /__mock",
        "/flag, '', /file, /flag",
    })
    void comesAfterTheEnvironmentAndTheCommandLine(String flag, String variable, String file, String expected)
            throws IOException {
        String config = config("port: 0\n" + (file.isEmpty() ? "" : "console: " + file + "\n"));
        String[] arguments = flag.isEmpty()
                ? new String[] {"serve", document.toString(), "--config=" + config}
                : new String[] {"serve", document.toString(), "--config=" + config, "--console", flag};
        Map<String, String> environment = variable.isEmpty() ? Map.of() : Map.of("COUNTERSIGN_CONSOLE", variable);
        try (StartedCommand server = new StartedCommand(environment, arguments)) {
            assertThat(hasConsole(server, expected)).isTrue();
        }
    }

    @Test
    void mayItselfBeNamedByTheEnvironment() throws IOException {
        Map<String, String> environment = Map.of("COUNTERSIGN_CONFIG", config("port: 0\nquiet: true\n"));
        try (StartedCommand server = new StartedCommand(environment, "serve", document.toString())) {
            assertThat(server.out()).startsWith("Mock of ").doesNotContain("GET ");
        }
    }

    @Test
    void isNotNeededByTheEnvironment() {
        Map<String, String> environment = Map.of(
                "COUNTERSIGN_DOCUMENT", document.toString(),
                "COUNTERSIGN_PORT", "0",
                "COUNTERSIGN_VERBOSE_LEVEL", "silent");
        try (StartedCommand server = new StartedCommand(environment, "serve")) {
            assertThat(server.get("/a.yaml").body()).isEqualTo("one");
            assertThat(server.out()).doesNotContain("GET ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "port: 0#prot: 1|mock.yaml:2: there is no flag 'prot'. Did you mean port?",
                "--port: 1|mock.yaml:1: there is no flag '--port'. Write it without dashes: port",
                "nothing: 1|mock.yaml:1: there is no flag 'nothing'. Flags are listed by: mock-server serve --help",
                "port: 0##port: 1|mock.yaml:3: 'port' is set twice",
                "ignoreExamples: true#ignore-examples: true|mock.yaml:2: 'ignore-examples' is set twice",
                "port: [1, 2]|mock.yaml:1: 'port' needs a single value",
                "cors-origin: [{a: b}]|mock.yaml:1: 'cors-origin' needs a text, or a list of texts",
                "port: {|mock.yaml:1: the file is not valid YAML",
                "- port|mock.yaml:1: the file has to be a mapping of flags to values",
                "#port: many|'many' is not an int. It is set in ",
                "#port: 70000|port must be between 0 and 65535, was 70000",
                "#fault-rate: 7#fault: reset|'--fault-rate': '7.0'. It is set in ",
                "cors-origin: [http://a.test, localhost:3000]|'localhost:3000' is no origin such as http://localhost:3000",
                "cors-origin: http://a.test/|'http://a.test/' is no origin",
                "#log: loud|expected one of [text, json, none]",
            })
    void saysWhatIsWrongAndWhere(String lines, String complaint) throws IOException {
        String config = config(lines.replace('#', '\n'));
        try (StartedCommand server = new StartedCommand("serve", document.toString(), "--config", config)) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.out()).isEmpty();
            assertThat(server.err()).contains(complaint, "See: mock-server serve --help");
        }
    }

    @Test
    void saysEverythingThatIsWrong() throws IOException {
        String config = config("prot: 1\nhots: 1\n");
        try (StartedCommand server = new StartedCommand("serve", document.toString(), "--config", config)) {
            assertThat(server.err()).contains("mock.yaml:1: ", "mock.yaml:2: ");
        }
    }

    @Test
    void hasToBeThere() {
        Path none = folder.resolve("none.yaml");
        try (StartedCommand server = new StartedCommand("serve", document.toString(), "--config", none.toString())) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.err()).contains(none + ": there is no such file");
        }
    }

    @Test
    void saysWhichVariableIsWrongOrMisspelt() {
        Map<String, String> environment =
                Map.of("COUNTERSIGN_PORT", "many", "COUNTERSIGN_HOTS", "x", "COUNTERSIGN_URL", "x", "PORT", "1");
        try (StartedCommand server = new StartedCommand(environment, "serve", document.toString())) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.err()).contains("'many' is not an int. It is set in COUNTERSIGN_PORT");
        }
        Map<String, String> misspelt = Map.of("COUNTERSIGN_HOTS", "x", "COUNTERSIGN_URL", "x");
        try (StartedCommand server = new StartedCommand(misspelt, "serve", document.toString(), "--port", "0")) {
            assertThat(server.err().strip())
                    .isEqualTo("warning: the environment variable COUNTERSIGN_HOTS is not known. Did you mean"
                            + " COUNTERSIGN_HOST?");
        }
    }

    @Test
    void namesFilesForOneOfSeveralDocumentsRelativeToItself() throws IOException {
        document("b.yaml", "two");
        String config = config("document: [a.yaml, b.yaml]\nport: 0\nscenario: {b: none.yaml}\n");
        try (StartedCommand server = new StartedCommand("serve", "--config", config)) {
            assertThat(server.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(server.err()).contains(folder.resolve("none.yaml") + ": error: ");
        }
    }

    @Test
    void isForTheProxyToo() throws IOException {
        String config = config("document: a.yaml\nupstream: http://127.0.0.1:1\nport: 0\n");
        try (StartedCommand proxy = new StartedCommand("proxy", "--config", config)) {
            assertThat(proxy.out()).startsWith("Proxy of http://127.0.0.1:1 listening on ");
            assertThat(proxy.get("/a.yaml").statusCode()).isEqualTo(502);
        }
    }

    @Test
    void isExplainedByTheHelp() {
        try (StartedCommand help = new StartedCommand("serve", "--help")) {
            assertThat(help.out()).contains("--config=FILE", "COUNTERSIGN_PORT");
        }
    }
}
