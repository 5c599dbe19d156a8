package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines as people misremember them: what is said, and exit code 2 (usage) or 1 (failure). */
class CommandLineTest {
    private record Said(int code, String out, String err) {}

    private static Said say(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
        int code = Main.run(arguments, print(out), print(err));
        return new Said(
                code,
                out.toString(StandardCharsets.UTF_8).strip(),
                err.toString(StandardCharsets.UTF_8).strip());
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|error: no command given. See: mock-server --help",
                "sevre a.yaml|error: no such command: 'sevre'. Did you mean serve? See: mock-server --help",
                "mok a.yaml|error: no such command: 'mok'. See: mock-server --help",
                "api.yaml|error: no such command: 'api.yaml'. To serve a document: mock-server serve api.yaml. See: mock-server --help",
                "http://x/api -p 1|error: no such command: 'http://x/api'. To serve a document: mock-server serve http://x/api. See: mock-server --help",
                "mock a.yaml --prot 4010|error: Unknown option: '--prot'. Did you mean --port? See: mock-server serve --help",
                "mock a.yaml --dynamik=true|error: Unknown option: '--dynamik=true'. Did you mean --dynamic? See: mock-server serve --help",
                "mock a.yaml --no-idea|error: Unknown option: '--no-idea'. See: mock-server serve --help",
                "mock a.yaml -v loud|error: Invalid value for option '--verbose-level': expected one of [silent, fatal, error, warn, info, debug, trace] (case-insensitive) but was 'loud'. See: mock-server serve --help",
                "proxy a.yaml|error: Missing required parameter: 'UPSTREAM'. See: mock-server proxy --help",
            })
    void isToldWhatIsNear(String line, String error) {
        assertThat(say(line)).isEqualTo(new Said(2, "", error));
    }

    /** Each gets as far as the document, which is not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mock none.yaml --no-cors --no-dynamic",
                "mock none.yaml -d -m -p 0 -h 127.0.0.1 -v silent --seed abc --errors=false",
                "mock none.yaml -dmp 0 --ignoreExamples --json-schema-faker-fillProperties=false",
                "mock none.yaml --verbose-level=trace --ignore-examples true --multiprocess false",
                "proxy none.yaml http://127.0.0.1:1 -m -v debug --errors --validateRequest=false --upstreamProxy http://p:1",
                "proxy none.yaml http://127.0.0.1:1 --no-validate-request --multiprocess",
            })
    void isTakenAsPrismTakesIt(String line) {
        assertThat(say(line))
                .isEqualTo(new Said(
                        1, "", "none.yaml: error: There is no such file. Name an OpenAPI document in YAML or JSON."));
    }

    @ParameterizedTest
    @CsvSource({
        "help, Usage: mock-server [--help]",
        "help serve, Usage: mock-server serve",
        "mock --help, Usage: mock-server serve",
        "mock --version, countersign mock-server",
        "--version, countersign mock-server",
    })
    void explainsItself(String line, String beginning) {
        Said said = say(line);

        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith(beginning);
        assertThat(said.err()).isEmpty();
    }
}
