package dev.countersign.client.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Far more than a class may hold constants, let alone in one initialiser. */
    @Test
    void anEnumerationOfTenThousandValuesKnowsThemAll() throws Exception {
        String values = IntStream.range(0, 10_000).mapToObj(i -> "V" + i).collect(joining(", "));

        Class<?> type = model("{type: string, enum: [" + values + "]}");

        assertThat((List<?>) type.getMethod("values").invoke(null)).hasSize(10_000);
        Object last = type.getMethod("of", String.class).invoke(null, "V9999");
        Object other = type.getMethod("of", String.class).invoke(null, "V10000");
        assertThat(last.getClass().getMethod("isKnown").invoke(last)).isEqualTo(true);
        assertThat(other.getClass().getMethod("isKnown").invoke(other)).isEqualTo(false);
    }

    @Test
    void anEnumerationOfTwoThousandValuesHasAConstantForEach() throws Exception {
        String values = IntStream.range(0, 2_000).mapToObj(i -> "V" + i).collect(joining(", "));

        Class<?> type = model("{type: string, enum: [" + values + "]}");

        assertThat(type.getField("V1999").get(null)).hasToString("V1999");
    }

    /** Every other one is required. */
    @Test
    void aModelOfTwoThousandPropertiesIsReadComparedAndShown() throws Exception {
        String properties = IntStream.range(0, 2_000)
                .mapToObj(i -> "p" + i + ": {type: integer}")
                .collect(joining(", "));
        String required = IntStream.range(0, 1_000).mapToObj(i -> "p" + 2 * i).collect(joining(", "));

        Class<?> type = model("{type: object, required: [" + required + "], properties: {" + properties + "}}");

        String json =
                IntStream.range(0, 2_000).mapToObj(i -> "\"p" + i + "\":" + i).collect(joining(",", "{", "}"));
        Object model = Json.read(json.getBytes(UTF_8), JsonType.of(type));
        assertThat(model).isEqualTo(Json.read(Json.write(model), JsonType.of(type)));
        assertThat(model.toString()).contains("p0=0, ", "p1999=1999");
        byte[] other = json.replace(":1999", ":1").getBytes(UTF_8);
        assertThat(model).isNotEqualTo(Json.read(other, JsonType.of(type)));
    }

    /** What tells alternatives apart is more than one method may hold. */
    @Test
    void aUnionOfManyPropertiesIsReadAsTheRightAlternative() throws Exception {
        String alternatives = IntStream.range(0, 11)
                .mapToObj(i -> IntStream.range(0, 200)
                        .mapToObj(j -> "p" + i + "x" + j + ": {type: integer}")
                        .collect(joining(", ", "{type: object, properties: {", "}}")))
                .collect(joining(", "));

        Class<?> type = model("{oneOf: [" + alternatives + ", {type: string}]}");

        Object eleventh = Json.read("{\"p10x7\":1}".getBytes(UTF_8), JsonType.of(type));
        assertThat(eleventh.getClass().getSimpleName()).isEqualTo("LargeOption11");
        Object text = Json.read("\"a\"".getBytes(UTF_8), JsonType.of(type));
        assertThat(text.getClass().getSimpleName()).isEqualTo("OfString");
    }

    /** A property of so many values tells no alternatives apart. */
    @Test
    void aUnionOfModelsWithLongEnumerationsCompiles() throws Exception {
        String values = IntStream.range(0, 10_000).mapToObj(i -> "V" + i).collect(joining(", "));

        Class<?> type = model("{oneOf: [{type: object, required: [e], properties: {e: {type: string, enum: [" + values
                + "]}}}, {type: object, required: [n], properties: {n: {type: integer}}}]}");

        Object first = Json.read("{\"e\":\"V7\"}".getBytes(UTF_8), JsonType.of(type));
        assertThat(first.getClass().getSimpleName()).isEqualTo("LargeOption1");
    }

    private Class<?> model(String schema) throws Exception {
        Path document = Files.writeString(
                folder.resolve("large.yaml"),
                "openapi: 3.0.3\ninfo: {title: Large, version: '1'}\npaths: {}\ncomponents: {schemas: {Large: " + schema
                        + "}}\n");
        GeneratedClient client = GeneratedClient.of(document, folder);
        assertThat(client.complaints()).isEmpty();
        return client.model("Large");
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
