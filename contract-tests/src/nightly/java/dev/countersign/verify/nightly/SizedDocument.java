package dev.countersign.verify.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document with as many operations as are asked for, on resources that look alike and are not. */
final class SizedDocument {
    private static final String HEAD = """
            openapi: 3.0.3
            info: {title: Sized %1$d, version: 1.0.0}
            paths:
            """;
    private static final String RESOURCE = """
              /resources%1$d:
                get:
                  operationId: list%1$d
                  parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1}}]
                  responses: {'200': {description: All, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Resource%1$d'}}}}}}
                post:
                  operationId: create%1$d
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Resource%1$d'}}}}
                  responses:
                    '201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Resource%1$d'}}}}
                    '422': {description: Not, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
              /resources%1$d/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  operationId: read%1$d
                  responses:
                    '200': {description: It, content: {application/json: {schema: {$ref: '#/components/schemas/Resource%1$d'}}}}
                    '404': {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
                delete:
                  operationId: delete%1$d
                  responses: {'204': {description: Gone}}
            """;
    private static final String SCHEMAS = """
            components:
              schemas:
                Fault: {type: object, required: [message], properties: {message: {type: string}, code: {type: integer}}}
            """;
    private static final String SCHEMA = """
                Resource%1$d: {type: object, required: [name, kind], properties: {name: {type: string, minLength: 1}, kind: {type: string, enum: [a%1$d, b, c]}, count: {type: integer, minimum: 0}, at: {type: string, format: date-time}, next: {$ref: '#/components/schemas/Resource%2$d'}}}
            """;
    private static final int OF_RESOURCE = 4;

    private SizedDocument() {}

    /** Writes one, and says where. */
    static Path write(int operations, Path folder) throws IOException {
        StringBuilder text = new StringBuilder(HEAD.formatted(operations));
        int resources = operations / OF_RESOURCE;
        for (int i = 0; i < resources; i++) {
            text.append(RESOURCE.formatted(i));
        }
        text.append(SCHEMAS);
        for (int i = 0; i < resources; i++) {
            text.append(SCHEMA.formatted(i, (i + 1) % resources));
        }
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("sized-" + operations + ".yaml"), text);
    }
}
