package dev.countersign.command.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.command.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {
    private static final String OLD = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.2.0}
            paths:
              /orders/{id}:
                get:
                  operationId: getOrder
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: ''
                      content:
                        application/json:
                          schema: {type: object, required: [total, tax], properties: {total: {type: integer}, tax: {type: integer}}}
              /ping:
                get: {operationId: ping, responses: {'204': {description: ''}}}
            """;
    private static final String BROKEN =
            OLD.replace("total: {type: integer}", "total: {type: string}").replace("1.2.0", "1.3.0");
    private static final String MORE = OLD + """
              /pong:
                get: {operationId: pong, responses: {'204': {description: ''}}}
            """;

    @TempDir
    private Path folder;

    private Path old;

    @BeforeEach
    void writeOld() throws IOException {
        old = write("old.yaml", OLD);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private CommandRun diff(String text, String... flags) throws IOException {
        String[] args = new String[flags.length + 3];
        args[0] = "diff";
        args[1] = old.toString();
        args[2] = write("new.yaml", text).toString();
        System.arraycopy(flags, 0, args, 3, flags.length);
        return CommandRun.of(args);
    }

    @Test
    void namesOperationFieldAndWhatConsumersMustDo() throws IOException {
        CommandRun run = diff(BROKEN);

        assertThat(run.out().lines()).hasSize(3).first().isEqualTo("Shop 1.2.0 -> 1.3.0: 1 breaking, 0 compatible");
        assertThat(run.out().lines().skip(1).findFirst().orElseThrow())
                .startsWith("BREAKS  getOrder (GET /orders/{id}), answer 200, field /total: ")
                .contains("Consumers: ");
        assertThat(run.out())
                .endsWith("Breaking changes need version 2.0.0; the document says 1.3.0." + System.lineSeparator());
        assertThat(run.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "breaking, same, 0",
        "breaking, more, 0",
        "breaking, broken, 1",
        "breaking, announced, 1",
        "unannounced, broken, 1",
        "unannounced, announced, 0",
        "unannounced, more, 0",
        "any, same, 0",
        "any, more, 1",
        "any, broken, 1",
        "never, broken, 0",
    })
    void endsAsTheSeverityAsks(String failOn, String change, int code) throws IOException {
        String text =
                switch (change) {
                    case "same" -> OLD;
                    case "more" -> MORE;
                    case "announced" -> BROKEN.replace("1.3.0", "2.0.0");
                    default -> BROKEN;
                };

        assertThat(diff(text, "--fail-on", failOn).code()).isEqualTo(code);
    }

    @Test
    void saysWhichConsumersAreHit() throws IOException {
        write("pacts/web.json", pact("Web", "/orders/7", "{\"total\": 5}"));
        write("pacts/tax.json", pact("Tax office", "/v1/orders/8", "{\"tax\": 1}"));
        write(
                "pacts/v4.json",
                pact(
                        "Mobile",
                        "/orders/9",
                        "{\"content\": {\"total\": 1}, \"contentType\":"
                                + " \"application/json\", \"encoded\": false}"));
        write("pacts/other.json", pact("Monitor", "/ping", "null"));

        CommandRun run = diff(BROKEN, "--pacts", folder.resolve("pacts").toString());

        assertThat(run.out()).contains(" Hits: Mobile, Web.");
    }

    private static String pact(String consumer, String path, String body) {
        return "{\"consumer\": {\"name\": \"" + consumer
                + "\"}, \"provider\": {\"name\": \"Shop\"}, \"interactions\": ["
                + "{\"description\": \"a\", \"request\": {\"method\": \"get\", \"path\": \"" + path + "\"},"
                + " \"response\": {\"status\": 200, \"body\": " + body + "}}]}";
    }

    @Test
    void aFolderWithoutPactsIsAnError() throws IOException {
        Files.createDirectory(folder.resolve("none"));
        write("bad/x.json", "{}");

        assertThat(diff(BROKEN, "--pacts", folder.resolve("none").toString()).err())
                .contains("The folder has no pact.");
        assertThat(diff(BROKEN, "--pacts", folder.resolve("bad").toString()).err())
                .contains("This is no pact");
        assertThat(diff(BROKEN, "--pacts", folder.resolve("gone").toString()).err())
                .contains("This is no folder that can be read.");
    }

    @Test
    void writesJson() throws IOException {
        JsonNode json =
                JsonMapper.shared().readTree(diff(BROKEN, "--format", "json").out());

        assertThat(json.path("breaking").booleanValue()).isTrue();
        assertThat(json.path("neededVersion").stringValue()).isEqualTo("2.0.0");
        assertThat(json.path("changes")).hasSize(1);
        JsonNode change = json.path("changes").get(0);
        assertThat(change.path("operation").stringValue()).isEqualTo("getOrder");
        assertThat(change.path("place").stringValue()).isEqualTo("answer 200, field /total");
        assertThat(change.path("line").intValue()).isEqualTo(5);
    }

    @Test
    void writesJUnitXml() throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        diff(BROKEN, "-f", "junit").out().strip().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("getOrder (GET /orders/{id})");
    }

    @Test
    void writesAnnotationsForGitHub() throws IOException {
        assertThat(diff(BROKEN, "-f", "github").out().lines().findFirst().orElseThrow())
                .startsWith(
                        "::error file=" + folder.resolve("new.yaml") + ",line=5,title=Breaks consumers::getOrder (GET");
    }

    @Test
    void writesMarkdown() throws IOException {
        assertThat(diff(BROKEN.replace("getOrder", "get_order"), "-f", "markdown")
                        .out())
                .startsWith("## Shop 1.2.0 -\\> 1.3.0: 1 breaking, 1 compatible\n")
                .contains(
                        "\n### Breaks consumers\n\n| operation | where | what | consumers |\n| --- | --- | --- | --- |\n")
                .contains("| answer 200, field /total |");
    }

    @ParameterizedTest
    @CsvSource({"--format, xml", "--fail-on, sometimes"})
    void listsWhatAFlagCanBe(String flag, String value) throws IOException {
        CommandRun run = diff(OLD, flag, value);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'" + value + "'").contains("See: countersign diff --help");
    }

    @Test
    void aDocumentThatIsMissingIsNamed() throws IOException {
        CommandRun run = CommandRun.of(
                "diff", old.toString(), folder.resolve("none.yaml").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("none.yaml: error: There is no such file.");
    }

    @Test
    void comparesWithWhatGitHasAtARevision() throws IOException, InterruptedException {
        String order =
                "{type: object, required: [total, tax], properties: {total: {type: integer}, tax: {type: integer}}}";
        write("api/shop.yaml", OLD.replace(order, "{$ref: '../common/order.yaml'}"));
        write("common/order.yaml", order);
        git("init", "-q");
        git("add", "api", "common");
        git("-c", "user.name=n", "-c", "user.email=n@example.test", "commit", "-q", "-m", "first");
        Path current = write("api/shop.yaml", BROKEN);
        write("common/order.yaml", "{type: string}");

        CommandRun same = CommandRun.of("diff", "git:HEAD", current.toString());
        CommandRun other = CommandRun.of("diff", "HEAD:" + current, current.toString());

        assertThat(same.err()).isEmpty();
        assertThat(same.code()).isEqualTo(1);
        assertThat(same.out())
                .startsWith("Shop 1.2.0 -> 1.3.0: 1 breaking")
                .contains("BREAKS  getOrder (GET /orders/{id})", "/total");
        assertThat(other).isEqualTo(same);
        assertThat(CommandRun.of("diff", "git:none", current.toString()))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("git:REVISION").hasLineCount(1));
        assertThat(CommandRun.of("diff", "HEAD:" + folder.resolve("gone.yaml"), current.toString())
                        .err())
                .contains("git has no file gone.yaml there");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }
}
