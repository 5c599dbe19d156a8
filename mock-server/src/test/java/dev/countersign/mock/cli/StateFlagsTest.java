package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} with {@code --stateful} and {@code --scenario}. */
class StateFlagsTest {
    private static final Pattern URL = Pattern.compile("listening on (http://[^\\s/]+)");
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            %s
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  operationId: getPet
                  responses:
                    '200':
                      description: ''
                      content:
                        application/json:
                          schema: {type: object, properties: {id: {type: integer}, name: {type: string}}}
                          example: {id: 1, name: Rex}
                    '404': {description: ''}
                delete: {operationId: removePet, responses: {'204': {description: ''}}}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Lifetime lifetime = new Lifetime();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        lifetime.end();
    }

    private int serve(String extension, String... flags) throws IOException {
        Path document = Files.writeString(folder.resolve("pets.yaml"), DOCUMENT.formatted(extension));
        List<String> line = new ArrayList<>(List.of("serve", document.toString(), "--port", "0", "--watch=false"));
        line.addAll(List.of(flags));
        Terminal terminal = new Terminal(print(out), print(err));
        return new CommandTree(terminal, lifetime).run(line.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String scenario(String rules) throws IOException {
        return Files.writeString(folder.resolve("pets.scenario.yaml"), rules).toString();
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        Matcher url = URL.matcher(out.toString(StandardCharsets.UTF_8));
        assertThat(url.find()).isTrue();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url.group(1) + path))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void remembersNothingUnlessItIsAskedTo() throws Exception {
        assertThat(serve("")).isZero();

        ask("DELETE", "/pets/1");
        assertThat(ask("GET", "/pets/1").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/__mock/api/state").statusCode()).isEqualTo(404);
    }

    @Test
    void remembersWithStateful() throws Exception {
        assertThat(serve("", "--stateful")).isZero();

        assertThat(ask("GET", "/pets/1").statusCode()).isEqualTo(200);
        ask("DELETE", "/pets/1");
        assertThat(ask("GET", "/pets/1").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/__mock/api/state").body())
                .isEqualTo("{\"counters\":{},\"collections\":{\"/pets\":{}}}");
    }

    @Test
    void answersByAScenarioAndElseFromTheStore() throws Exception {
        String file = scenario("rules: [{on: removePet, in: start, then: {state: kept}}]");
        assertThat(serve("", "--stateful", "--scenario", file)).isZero();

        assertThat(ask("DELETE", "/pets/1").statusCode()).isEqualTo(204);
        assertThat(ask("GET", "/pets/1").statusCode()).isEqualTo(200);
        assertThat(ask("DELETE", "/pets/1").statusCode()).isEqualTo(204);
        assertThat(ask("GET", "/pets/1").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhichScenarioItIsAndWhereItStands() throws Exception {
        String file =
                scenario("scenario: Pets that are kept\nrules: [{on: removePet, in: start, then: {state: kept}}]");
        assertThat(serve("", "--stateful", "--scenario", file)).isZero();

        assertThat(ask("GET", "/__mock/api/state/summary").body())
                .contains("\"scenario\":\"Pets that are kept\",\"state\":\"start\"");
        ask("DELETE", "/pets/1");
        assertThat(ask("GET", "/__mock/api/state/summary").body()).contains("\"state\":\"kept\"");
    }

    /** It is beside the contract, and no fault of whoever asks. */
    @Test
    void listsTheKeySetAsWhatItIs() throws Exception {
        String file = scenario("tokens: {access: {claims: {sub: '1'}}}\nrules: [{on: getPet, answer: {status: 404}}]");
        assertThat(serve("", "--scenario", file)).isZero();
        ask("GET", "/__mock/api/requests");

        assertThat(ask("GET", "/.well-known/jwks.json").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/__mock/api/requests").body())
                .contains("\"status\":200,\"accepted\":true,\"outcome\":\"the request is for the scenario's key set\"");
    }

    @Test
    void takesAScenarioFromTheDocument() throws Exception {
        assertThat(serve("x-mock: {delay: 1ms, scenario: {rules: [{on: getPet, answer: {status: 404}}]}}"))
                .isZero();

        assertThat(ask("GET", "/pets/1").statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotServeAScenarioWithFaults() throws Exception {
        String file = scenario("rules:\n- on: getPets\n- on: getPet\n  answer: {status: 201}\n");

        assertThat(serve("", "--scenario", file)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(String.join(
                        System.lineSeparator(),
                        file + ":2 (/rules/0/on): error: There is no operation \"getPets\". Did you mean \"getPet\"?",
                        file + ":4 (/rules/1/answer/status): error: There is no documented status of getPet \"201\"."
                                + " There are: 200, 404."));
    }

    @Test
    void namesTheLineOfAFaultInTheDocument() throws Exception {
        assertThat(serve("x-mock: {scenario: {rules: [{on: nothing}]}}")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("pets.yaml:3 ")
                .contains("There is no operation \"nothing\"");
    }

    @Test
    void saysThatThereIsNoSuchFile() throws Exception {
        assertThat(serve("", "--scenario", "none.yaml")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("none.yaml: error: The scenario cannot be read: there is no such file.");
    }

    @Test
    void saysOfWhichDocumentAScenarioIs() throws Exception {
        Path other = Files.writeString(folder.resolve("other.yaml"), """
                openapi: 3.1.0
                info: {title: Other, version: '1'}
                paths: {/ping: {get: {operationId: ping, responses: {'204': {description: ''}}}}}
                """);
        String file = scenario("rules: [{on: getPet, answer: {status: 404}}]");
        String prefixes = "--prefix=pets=/a,other=/b";

        assertThat(serve("", other.toString(), prefixes, "--scenario", file)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Write NAME=FILE; there are: pets, other");
        assertThat(serve("", other.toString(), prefixes, "--scenario", "pets=" + file))
                .isZero();
        assertThat(ask("GET", "/a/pets/1").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/b/ping").statusCode()).isEqualTo(204);
    }
}
