package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeDocumentTest {
    private static final int OPERATIONS = 300;

    @TempDir
    Path folder;

    /** One facade with all of them: a method or initialiser that grows with the document would break javac's limits. */
    @Test
    void threeHundredOperationsOfOneTagCompile() throws Exception {
        GeneratedClient client = GeneratedClient.of(document(), folder);

        assertThat(client.complaints()).isEmpty();
        assertThat(client.facade("BigApi").getDeclaredMethods()).hasSizeGreaterThan(OPERATIONS);
    }

    private Path document() throws IOException {
        StringBuilder paths = new StringBuilder();
        for (int i = 0; i < OPERATIONS; i++) {
            paths.append("""
                      /things%1$d/{id}:
                        put:
                          operationId: putThing%1$d
                          tags: [Big]
                          parameters:
                            - {name: id, in: path, required: true, schema: {type: integer}}
                            - {name: limit, in: query, schema: {type: integer}}
                          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                          responses:
                            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                            '400': {description: bad, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
                            '500': {description: error, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
                            default: {description: other, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
                    """.formatted(i).indent(-2).indent(2));
        }
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < OPERATIONS; i++) {
            wide.append("        field").append(i).append(": {type: string}\n");
        }
        String document = """
                openapi: 3.0.3
                info: {title: Big, version: '1'}
                paths:
                %scomponents:
                  schemas:
                    Thing:
                      type: object
                      properties:
                %s    Fault: {type: object, properties: {message: {type: string}}}
                """.formatted(paths, wide);
        return Files.writeString(folder.resolve("big.yaml"), document);
    }
}
