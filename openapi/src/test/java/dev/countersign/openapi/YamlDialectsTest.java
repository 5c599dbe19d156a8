package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** YAML 1.2.2 as the parsers of other languages take it, and JSON. */
class YamlDialectsTest {
    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
    }

    private JsonNode example(String yaml) {
        files.with("api.yaml", "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\nx-a:\n" + yaml.indent(2));
        return files.load("api.yaml").contract().document().path("x-a");
    }

    /** Section 8.1.1.1: where no line is non-empty, the indentation is that of the longest line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: >BAR+~            ~b: 1|{\"a\":\"\\n\",\"b\":1}",
                "a: >BAR~            ~b: 1|{\"a\":\"\",\"b\":1}",
                "a: >BAR-~      ~     ~b: 1|{\"a\":\"\",\"b\":1}",
                "a: >~      ~b: 1|{\"a\":\"\",\"b\":1}",
                "a: >BAR # why~      ~  x~b: 1|{\"a\":\"\\nx\\n\",\"b\":1}",
                "- >BAR~       ~  x~  ~- 2|[\"\\nx\\n\",2]",
                "a: &n >BAR+~        ~b: *n|{\"a\":\"\\n\",\"b\":\"\\n\"}",
                "a: >BAR2~     ~   x~b: 1|{\"a\":\"   \\n x\\n\",\"b\":1}",
            })
    void readsBlockScalarsThatBeginWithBlanks(String yaml, String json) {
        // The delimiter of the table and the line break cannot stand in it.
        String text = yaml.replace(">BAR", "|").replace('~', '\n');

        assertThat(example(text)).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:TAB1|{\"a\":1}",
                "a:TAB'x'TAB# why|{\"a\":\"x\"}",
                "-TABx~- TAB y|[\"x\",\"y\"]",
                "a: {b:TAB1,TABc: [1,TAB2]}|{\"a\":{\"b\":1,\"c\":[1,2]}}",
                "a: 1~TAB~TAB# why~b: 2|{\"a\":1,\"b\":2}",
                "a: \"xTABy\"|{\"a\":\"x\\ty\"}",
                "a: [~TAB1,~TAB2~  ]|{\"a\":[1,2]}",
            })
    void readsTabsThatSeparate(String yaml, String json) {
        assertThat(example(yaml.replace("TAB", "\t").replace('~', '\n'))).hasToString(json);
    }

    @Test
    void theLastOfTwoEqualKeysCounts() {
        files.with(
                "api.yaml",
                "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a: {}\n  /a: {x-b: 1, x-b: 2}\n");

        LoadedContract loaded = files.load("api.yaml");

        assertThat(loaded.contract().document().at("/paths/~1a")).hasToString("{\"x-b\":2}");
        assertThat(files.texts(loaded.problems()))
                .containsExactly(
                        "api.yaml:5: warning: The key \"x-b\" stands twice in one object; the last one counts. Remove one.",
                        "api.yaml:5: warning: The key \"/a\" stands twice in one object; the last one counts. Remove one.");
    }

    @Test
    void theLastOfTwoEqualNamesCountsInJsonToo() {
        files.with(
                        "api.json",
                        "{\"openapi\": \"3.0.3\",\n \"info\": {\"title\": \"A\",\n \"title\": \"B\"}, \"paths\": {\"/a\": {\"$ref\": \"a.json\"}}}")
                .with("a.json", "{\"get\": {},\n\"get\": {\"summary\": \"s\", \"responses\": {}}}");

        LoadedContract loaded = files.load("api.json");

        assertThat(loaded.contract().title()).isEqualTo("B");
        assertThat(loaded.contract().operations().get(0).summary()).isEqualTo("s");
        assertThat(files.texts(loaded.problems()))
                .containsExactlyInAnyOrder(
                        "api.json:3: warning: The key \"title\" stands twice in one object; the last one counts. Remove one.",
                        "a.json:2: warning: The key \"get\" stands twice in one object; the last one counts. Remove one.");
    }

    @Test
    void saysWhereAControlCharacterStands() {
        assertThat(catchThrowable(() -> example("a: 1\nb: \u0007\n")))
                .hasMessageContaining("api.yaml:6: error: The file holds the control character U+0007. Remove it.");
    }

    @Test
    void tabsThatIndentAreNoYaml() {
        assertThat(catchThrowable(() -> example("a:\n\tb: 1\n")))
                .hasMessageContaining("api.yaml:6: error: The file is not valid YAML");
    }
}
