package dev.countersign.mock.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.CommandTree;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.openapi.ContractLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that cannot fit their schema, or do not: they are reported by {@code check}, and once when they are served. */
class UnfittingBodiesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path document;

    @BeforeEach
    void writeDocument() throws IOException {
        document = folder.resolve("pets.yaml");
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: Pets, version: '1'}
                paths:
                  /pets:
                    get:
                      operationId: getPet
                      responses:
                        '200': &pet
                          description: ''
                          content: {application/json: {schema: {$ref: '#/components/schemas/Owned'}}}
                        '201': *pet
                    post:
                      operationId: addPet
                      parameters: [{name: max, in: query, schema: {type: string, const: 9}}]
                      requestBody: {content: {application/json: {schema: {type: object, required: [id], properties:
                        {id: false}}}}}
                      responses:
                        '200':
                          description: ''
                          headers: {Page: {schema: {type: integer, minimum: 2, maximum: 1}}}
                          content: {application/json: {schema: {type: integer}, example: one}}
                components:
                  schemas:
                    Owned: {type: object, required: [pet], properties: {pet: {$ref: '#/components/schemas/Pet'}}}
                    Pet:
                      oneOf:
                        - {title: Cat, type: object}
                        - {title: Dog, type: object}
                """);
    }

    @Test
    void areErrorsAndWarningsOfACheck() {
        int code = new CommandTree(
                        "mock-server", "", List.of(), new Terminal(printer(out), printer(err)), new Lifetime())
                .run(new String[] {"check", document.toString()});

        assertThat(code).isEqualTo(1);
        assertThat(text(out)).isEqualTo("""
                pets.yaml:14 (/paths/~1pets/post/parameters/0/schema/type): warning: \
                No value was found that fits the schema of parameter max of "addPet": it must be a string, was an integer. \
                Correct what contradicts it, or what requires itself without an end.
                pets.yaml:16 (/paths/~1pets/post/requestBody/content/application~1json/schema/properties/id): warning: \
                No value was found that fits the schema of the request body of "addPet": /id is not allowed. \
                Allow the property there, or do not require it.
                pets.yaml:20 (/paths/~1pets/post/responses/200/headers/Page/schema/minimum): warning: \
                No value was found that fits the schema of header Page in response 200 of "addPet": \
                it must be at least 2, was 1. \
                Correct what contradicts it, or give the schema an "example" that fits.
                pets.yaml:21 (/paths/~1pets/post/responses/200/content/application~1json/example): error: \
                The example does not fit its schema: it must be an integer, was a string. \
                Correct the example or the schema at \
                /paths/~1pets/post/responses/200/content/application~1json/schema/type.
                pets.yaml:21 (/paths/~1pets/post/responses/200/content/application~1json/example): warning: \
                The example is served repaired: it is replaced. Write it as it is to be served.
                pets.yaml:26 (/components/schemas/Pet/oneOf): warning: \
                No value was found that fits the schema of response 200 of "getPet": \
                /pet must match exactly one of Cat, Dog, but matches Cat and Dog. \
                Tell the alternatives apart by "required", "const" or "additionalProperties: false", or write "anyOf".
                pets.yaml: 1 error(s), 5 warning(s)
                """);
    }

    @Test
    void areWarnedOfOnceWhenTheyAreServed() {
        ExampleWarnings.print(ContractLoader.load(document), "pets.yaml", new Terminal(printer(out), printer(err)));

        assertThat(text(err)).isEqualTo("""
                pets.yaml:21 (/paths/~1pets/post/responses/200/content/application~1json/example): warning: \
                The example does not fit its schema: it must be an integer, was a string.
                pets.yaml:21 (/paths/~1pets/post/responses/200/content/application~1json/example): warning: \
                The example is served repaired: it is replaced.
                pets.yaml:26 (/components/schemas/Pet/oneOf): warning: \
                No value was found that fits the schema of response 200 of "getPet": \
                /pet must match exactly one of Cat, Dog, but matches Cat and Dog.
                pets.yaml:14 (/paths/~1pets/post/parameters/0/schema/type): warning: \
                No value was found that fits the schema of parameter max of "addPet": it must be a string, was an integer.
                pets.yaml:16 (/paths/~1pets/post/requestBody/content/application~1json/schema/properties/id): warning: \
                No value was found that fits the schema of the request body of "addPet": /id is not allowed.
                pets.yaml:20 (/paths/~1pets/post/responses/200/headers/Page/schema/minimum): warning: \
                No value was found that fits the schema of header Page in response 200 of "addPet": \
                it must be at least 2, was 1.
                """);
        assertThat(text(out)).isEmpty();
    }

    private String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8)
                .replace(folder + "/", "")
                .replace(System.lineSeparator(), "\n");
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
