package dev.countersign.command.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.command.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompleteCommandTest {
    private static final String FIRST_DAY = """
            # A shop, on its first day.
            openapi: 3.0.3
            info: {title: Corner Shop, version: 1.2.0}   # the name
            paths:
              /orders:
                # all of them
                get:
                  summary: All orders
                  responses:
                    '200':
                      description: Orders
                      content:
                        application/json:
                          schema:
                            type: array
                            items: {$ref: '#/components/schemas/Order'}   # see below
                post:
                  responses:
                    '201': {description: Made, content: {text/plain: {schema: {type: integer}}}}
                    '409': {$ref: '#/components/responses/Conflict'}
            components:
              responses:
                Conflict:
                  description: One
                  content:
                    application/json:
                      schema:
                        enum: [taken]
                        description: |
                          A text of
                          two lines
              schemas:
                Order:
                  type: object
                  properties:
                    id: {type: integer}
                    accessToken: {type: string}
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void writesWhatIsMissingAndLeavesAllElseAsItIs() throws IOException {
        CommandRun run = CommandRun.of("complete", write("api.yaml", FIRST_DAY).toString());

        assertThat(run.out()).isEqualTo("""
                # A shop, on its first day.
                openapi: 3.0.3
                info: {title: Corner Shop, version: 1.2.0}   # the name
                paths:
                  /orders:
                    # all of them
                    get:
                      operationId: getOrders
                      summary: All orders
                      responses:
                        '200':
                          description: Orders
                          content:
                            application/json:
                              schema:
                                type: array
                                items: {$ref: '#/components/schemas/Order'}   # see below
                              example: [{"id":1,"accessToken":"string"}]
                    post:
                      operationId: postOrders
                      responses:
                        '201': {description: Made, content: {text/plain: {schema: {type: integer}, example: 1}}}
                        '409': {$ref: '#/components/responses/Conflict'}
                components:
                  responses:
                    Conflict:
                      description: One
                      content:
                        application/json:
                          example: taken
                          schema:
                            enum: [taken]
                            description: |
                              A text of
                              two lines
                  schemas:
                    Order:
                      type: object
                      properties:
                        id: {type: integer}
                        accessToken: {type: string, x-secret: true}
                """);
        assertThat(run.err()).endsWith("6 addition(s), 0 error(s) left that need a person" + System.lineSeparator());
        assertThat(run.code()).isZero();
    }

    @Test
    void changesNothingThatIsComplete() throws IOException {
        String complete = CommandRun.of("complete", write("api.yaml", FIRST_DAY).toString())
                .out();

        CommandRun again =
                CommandRun.of("complete", write("again.yaml", complete).toString());

        assertThat(again.out()).isEqualTo(complete);
        assertThat(again.code()).isZero();
    }

    @Test
    void keepsTabsEscapesAndLineBreaksOfJson() throws IOException {
        String json =
                "{\r\n\t\"openapi\": \"3.1.0\",\r\n\t\"info\": {\"title\": \"J\\u00e4 \\ud83d\\ude00 😀\", \"version\":"
                        + " \"1\"},\r\n\t\"paths\": {\"/x\": {\r\n\t\t\"get\": {\r\n\t\t\t\"responses\": {\"200\": {\"description\":"
                        + " \"\", \"content\": {\"application/json\": {}}}}\r\n\t\t}\r\n\t}}\r\n}\r\n";

        CommandRun run = CommandRun.of("complete", write("api.json", json).toString());

        assertThat(run.out())
                .isEqualTo(
                        json.replace("\"get\": {\r\n\t\t\t", "\"get\": {\r\n\t\t\t\"operationId\": \"getX\",\r\n\t\t\t")
                                .replace("\"application/json\": {}", "\"application/json\": {\"example\": {}}"));
    }

    @Test
    void writesLongExamplesOverSeveralLines() throws IOException {
        String properties = "{a: {type: string, enum: ['0123456789012345678901234567890']},"
                + " b: {type: array, items: {type: string, enum: ['yes', '12', 'it: is', '']}, minItems: 4},"
                + " c: {type: object, properties: {d: {type: number, enum: [1.50]}}}}";
        CommandRun run = CommandRun.of(
                "complete", write("api.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /x:
                    get:
                      responses:
                        '200':
                          description: ''
                          content:
                            application/json:
                              schema: {type: object, properties: %s}
                """.formatted(properties)).toString());

        assertThat(run.out().lines().map(String::strip))
                .containsSequence(
                        "example:",
                        "a: \"0123456789012345678901234567890\"",
                        "b: [\"yes\",\"yes\",\"yes\",\"yes\"]",
                        "c: {\"d\":1.50}");
        assertThat(run.code()).isZero();
    }

    @Test
    void findsTheFileInWhichSomethingIsMissing() throws IOException {
        Path document = write("api/openapi.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /x: {$ref: '../shared/x.yaml'}
                """.replace("../shared", "shared"));
        write("api/shared/x.yaml", """
                get:
                  responses:
                    '200':
                      description: ''
                      content: {application/json: {schema: {$ref: 'id.json'}}}
                """);
        write("api/shared/id.json", "{\"type\": \"integer\"}");

        CommandRun without = CommandRun.of("complete", document.toString());
        Path copy = folder.resolve("copy");
        CommandRun run = CommandRun.of("complete", document.toString(), "--output", copy.toString());

        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("the document has 3 files, name a folder for their copies with --output");
        assertThat(run.code()).isZero();
        assertThat(copy.resolve("openapi.yaml")).hasSameTextualContentAs(document);
        assertThat(copy.resolve("shared/id.json")).hasContent("{\"type\": \"integer\"}");
        assertThat(copy.resolve("shared/x.yaml"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("""
                get:
                  operationId: getX
                  responses:
                    '200':
                      description: ''
                      content: {application/json: {schema: {$ref: 'id.json'}, example: 1}}
                """);
    }

    @Test
    void knowsWhereSwagger2HasExamples() throws IOException {
        CommandRun run = CommandRun.of("complete", write("api.yaml", """
                swagger: '2.0'
                info: {title: T, version: '1'}
                consumes: [application/json]
                produces: [application/json]
                paths:
                  /a:
                    post:
                      operationId: a
                      parameters:
                        - {in: body, name: body, schema: {type: object, properties: {pin: {type: integer}}}}
                      responses:
                        '200':
                          description: ok
                          schema: {$ref: '#/definitions/Key'}
                definitions:
                  Key: {type: object, properties: {apiKey: {type: string}}}
                """).toString());

        assertThat(run.err()).contains("3 addition(s), 0 error(s)");
        assertThat(run.out())
                .contains("schema: {type: object, properties: {pin: {type: integer}}, example: {\"pin\":1}}}")
                .contains(
                        "schema: {$ref: '#/definitions/Key'}\n          examples: {\"application/json\":{\"apiKey\":\"")
                .contains("{apiKey: {type: string, x-secret: true}}");
    }

    @Test
    void choosesNamesThatAreFree() throws IOException {
        CommandRun run = CommandRun.of("complete", write("api.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /pets/{petId}: {get: {parameters: [{$ref: '#/components/parameters/petId'}], responses: {'204': {description: ''}}}}
                  /pets/by-pet-id: {get: {responses: {'204': {description: ''}}}}
                  /other: {get: {operationId: getPetsByPetId, responses: {'204': {description: ''}}}}
                components: {parameters: {petId: {name: petId, in: path, required: true, schema: {type: string}}}}
                """).toString());

        assertThat(run.err().lines().limit(2))
                .containsExactly(
                        "added operationId getPetsByPetId2 of GET /pets/{petId}",
                        "added operationId getPetsByPetId3 of GET /pets/by-pet-id");
    }

    @Test
    void saysWhatOnlyAPersonCanCorrect() throws IOException {
        CommandRun run = CommandRun.of("complete", write("api.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /x: {get: {responses: {'404': {description: ''}}}}
                """).toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("operationId: getX");
        assertThat(run.err())
                .contains("The operation \"getX\" documents no success. Add a 2xx response.")
                .contains("1 addition(s), 1 error(s) left that need a person");
    }

    @Test
    void overwritesNothingAndWritesNothingOfWhatItCannotRead() throws IOException {
        Path document = write("api.yaml", FIRST_DAY);
        Path copy = folder.resolve("new/copy.yaml");

        CommandRun ontoItself = CommandRun.of("complete", document.toString(), "-o", document.toString());
        CommandRun unreadable =
                CommandRun.of("complete", write("bad.yaml", "openapi: [").toString(), "-o", copy.toString());
        CommandRun missing =
                CommandRun.of("complete", folder.resolve("none.yaml").toString());

        assertThat(ontoItself.code()).isEqualTo(2);
        assertThat(ontoItself.err()).contains("exists already, name a new file or folder");
        assertThat(document).hasContent(FIRST_DAY);
        assertThat(unreadable.code()).isEqualTo(1);
        assertThat(unreadable.err()).contains("is not valid YAML");
        assertThat(copy.getParent()).doesNotExist();
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no such file.");
    }
}
