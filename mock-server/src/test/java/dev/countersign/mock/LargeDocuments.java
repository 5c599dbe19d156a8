package dev.countersign.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One shape of API, large and full of references, in five notations: a shop of so many kinds of things, each with a list, a
 * creation, and one thing to read, replace, patch and delete.
 */
final class LargeDocuments {
    private static final String[] HTTP = {"get", "post", "get", "put", "patch", "delete"};

    /** Where the schemas of things are found. */
    private enum Notation {
        OPENAPI_3_0("#/components/schemas/"),
        OPENAPI_3_1("#/components/schemas/"),
        FILES("../schemas.yaml#/"),
        SWAGGER_2("#/definitions/");

        private final String schemas;

        Notation(String schemas) {
            this.schemas = schemas;
        }
    }

    private final Notation notation;
    private final int things;

    private LargeDocuments(Notation notation, int operations) {
        this.notation = notation;
        this.things = (operations + HTTP.length - 1) / HTTP.length;
    }

    /** Writes the document of this name into the folder. */
    static Path write(String name, Path folder) throws IOException {
        return switch (name) {
            case "1,000 operations" -> new LargeDocuments(Notation.OPENAPI_3_0, 1000).one(folder);
            case "recursive" -> new LargeDocuments(Notation.OPENAPI_3_0, 150).one(folder);
            case "3.1" -> new LargeDocuments(Notation.OPENAPI_3_1, 150).one(folder);
            case "several files" -> new LargeDocuments(Notation.FILES, 150).several(folder);
            default -> new LargeDocuments(Notation.SWAGGER_2, 150).one(folder);
        };
    }

    private Path one(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(head()).append("paths:\n");
        for (int i = 0; i < things; i++) {
            text.append("  /things%d:\n".formatted(i)).append(collection(i).indent(4));
            text.append("  /things%d/{id}:\n".formatted(i)).append(thing(i).indent(4));
        }
        text.append(notation == Notation.SWAGGER_2 ? "definitions:\n" : "components:\n  schemas:\n");
        text.append(schemas().indent(notation == Notation.SWAGGER_2 ? 2 : 4));
        return Files.writeString(folder.resolve("api.yaml"), text);
    }

    private Path several(Path folder) throws IOException {
        Path paths = Files.createDirectory(folder.resolve("paths"));
        StringBuilder text = new StringBuilder(head()).append("paths:\n");
        for (int i = 0; i < things; i++) {
            text.append("  /things%d: {$ref: 'paths/things%d.yaml#/all'}\n".formatted(i, i));
            text.append("  /things%d/{id}: {$ref: 'paths/things%d.yaml#/one'}\n".formatted(i, i));
            Files.writeString(
                    paths.resolve("things" + i + ".yaml"),
                    "all:\n" + collection(i).indent(2) + "one:\n" + thing(i).indent(2));
        }
        Files.writeString(folder.resolve("schemas.yaml"), schemas());
        return Files.writeString(folder.resolve("api.yaml"), text);
    }

    private String head() {
        String version =
                switch (notation) {
                    case OPENAPI_3_0 -> "openapi: 3.0.4";
                    case SWAGGER_2 -> "swagger: '2.0'\nconsumes: [application/json]\nproduces: [application/json]";
                    default -> "openapi: 3.1.1";
                };
        return version + "\ninfo: {title: Shop of %d kinds, version: '1'}\n".formatted(things);
    }

    private String collection(int i) {
        return """
                parameters:
                  - {name: trace, in: header, required: true, %1$s}
                get:
                  parameters:
                    - {name: limit, in: query, required: true, %2$s}
                    - {name: tags, in: query, required: true, %3$s}
                  responses: {'200': {description: All, %4$s}, '400': {description: Bad, %5$s}}
                post:
                  %6$s
                  responses: {'201': {description: Made, %7$s}, default: {description: Bad, %5$s}}
                """.formatted(
                        typed("type: string, format: uuid"),
                        typed("type: integer, minimum: 1, maximum: 50"),
                        notation == Notation.SWAGGER_2
                                ? "type: array, minItems: 1, collectionFormat: csv, items: {type: string, enum: [new, old]}"
                                : "explode: false, schema: {type: array, minItems: 1, items: {enum: [new, old]}}",
                        content("{type: array, minItems: 1, items: {$ref: '" + notation.schemas + "Thing" + i + "'}}"),
                        content(reference("Error")),
                        body(i),
                        content(reference("Thing" + i)));
    }

    private String thing(int i) {
        String answer = content(reference("Thing" + i));
        return """
                parameters:
                  - {name: id, in: path, required: true, %1$s}
                get: {responses: {'200': {description: One, %2$s}, '404': {description: None, %3$s}}}
                put:
                  %4$s
                  responses: {'200': {description: Kept, %2$s}}
                patch:
                  %4$s
                  responses: {'200': {description: Changed, %2$s}}
                delete: {responses: {'204': {description: Gone}}}
                """.formatted(
                typed("type: string, pattern: '^[a-z]{2}-[0-9]{3}$'"), answer, content(reference("Error")), body(i));
    }

    private String typed(String type) {
        return notation == Notation.SWAGGER_2 ? type : "schema: {" + type + "}";
    }

    private String content(String schema) {
        return notation == Notation.SWAGGER_2
                ? "schema: " + schema
                : "content: {application/json: {schema: " + schema + "}}";
    }

    private String body(int i) {
        return notation == Notation.SWAGGER_2
                ? "parameters: [{name: thing, in: body, required: true, schema: " + reference("Thing" + i) + "}]"
                : "requestBody: {required: true, " + content(reference("Thing" + i)) + "}";
    }

    private String reference(String schema) {
        return "{$ref: '" + notation.schemas + schema + "'}";
    }

    /** Inside the file of the schemas every reference is local. */
    private String local(String schema) {
        return notation == Notation.FILES ? "{$ref: '#/" + schema + "'}" : reference(schema);
    }

    private String schemas() {
        StringBuilder text = new StringBuilder("""
                Error: {type: object, required: [code, message], properties: {code: {type: integer}, message: {type: string}}}
                Base:
                  type: object
                  required: [id, name]
                  properties:
                    id: {type: string, format: uuid, readOnly: true}
                    name: {type: string, minLength: 3, maxLength: 30}
                    made: {type: string, format: date-time}
                """);
        for (int i = 0; i < things; i++) {
            text.append("""
                    Thing%1$d:
                      allOf:
                        - %2$s
                        - type: object
                          required: [amount, labels]
                          properties:
                            amount: {type: number, minimum: 0, multipleOf: 0.25}
                            labels: {type: array, uniqueItems: true, minItems: 2, items: {type: integer}}
                            parent: %3$s
                            others: {type: array, items: %4$s}
                            notes: {type: object, additionalProperties: {type: string}}
                            state: {type: string, enum: [open, closed]}
                    """.formatted(i, local("Base"), local("Thing" + i), local("Thing" + (i * 7 + 1) % things)));
            text.append(dialect(i));
        }
        return text.toString();
    }

    /** What only this notation can say. */
    private String dialect(int i) {
        String kind = "type: object, required: [kind, size], properties: {kind: {%s: %s}, size: {type: integer}}";
        return switch (notation) {
            case SWAGGER_2 -> "        price: {type: integer, format: int64, x-nullable: true}\n";
            case OPENAPI_3_0 ->
                "        price: {type: integer, nullable: true, minimum: 0, exclusiveMinimum: true}\n        detail: {oneOf: [{"
                        + kind.formatted("enum", "[box]") + "}, {" + kind.formatted("enum", "[bag]") + "}]}\n";
            default ->
                "        price: {type: [integer, 'null'], exclusiveMinimum: 0}\n        detail: {anyOf: [{"
                        + kind.formatted("const", "box") + "}, {" + kind.formatted("const", "bag") + "}]}\n"
                        + "        pair: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}\n"
                        + "        local: {$ref: '" + (notation == Notation.FILES ? "#/" : notation.schemas) + "Thing"
                        + i
                        + "/$defs/Local'}\n  $defs: {Local: {type: object, patternProperties: {'^x-': {type: boolean}},"
                        + " unevaluatedProperties: false}}\n";
        };
    }
}
