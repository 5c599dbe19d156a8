package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract may well call its schemas what a template calls by its simple name. */
class ShadowedNamesTest {
    private static final Path TEMPLATES = Path.of("src/main/templates");
    private static final Pattern IMPORTED_OR_DECLARED =
            Pattern.compile("import [a-z0-9.]+\\.([A-Z]\\w+);|(?:class|interface|record|enum) ([A-Z]\\w+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{type: object, properties: {x: {type: string}}}", "{type: string, enum: [a, b]}"})
    void schemasWithTheNamesOfEveryTypeThatTheTemplatesUseCompile(String schema) throws Exception {
        Set<String> names = namesInTemplates();
        assertThat(names).hasSizeGreaterThan(50).contains("Endpoints", "OpenEnum", "ReceivedResponse");

        assertThat(GeneratedClient.of(document(names, schema), folder).complaints())
                .isEmpty();
    }

    private static Set<String> namesInTemplates() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                IMPORTED_OR_DECLARED
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> names.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        return names;
    }

    /** Each name is sent, received, thrown, held by a model, and one of a union's. */
    private Path document(Set<String> names, String schema) throws IOException {
        StringBuilder paths = new StringBuilder();
        StringBuilder schemas = new StringBuilder();
        StringBuilder properties = new StringBuilder();
        StringBuilder union = new StringBuilder();
        for (String name : names) {
            String reference = "{$ref: '#/components/schemas/" + name + "'}";
            String content = "content: {application/json: {schema: " + reference + "}}";
            paths.append("""
                      /%1$s:
                        put:
                          operationId: put%1$s
                          parameters: [{name: wanted, in: query, schema: %3$s}]
                          requestBody: {required: true, %2$s}
                          responses: {'200': {description: ok, %2$s}, '400': {description: bad, %2$s}}
                    """.formatted(name, content, reference));
            schemas.append("    ").append(name).append(": ").append(schema).append('\n');
            properties
                    .append("        ")
                    .append(name)
                    .append(": ")
                    .append(reference)
                    .append('\n');
            union.append(union.isEmpty() ? "" : ", ").append(reference);
        }
        return Files.writeString(folder.resolve("shadows.yaml"), """
                openapi: 3.0.3
                info: {title: Shadows, version: '1'}
                paths:
                %scomponents:
                  schemas:
                    Whole:
                      type: object
                      properties:
                %s    Any: {oneOf: [%s]}
                %s""".formatted(paths, properties, union, schemas));
    }
}
