package dev.countersign.client.generation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.languages.JavaClientCodegen;

/**
 * A contract may call its schemas, tags, operations, parameters and properties what generated code calls something of its
 * own. The names are all words of the templates and all that generated files import, whatever these will be.
 */
class ShadowedNamesTest {
    private static final Path TEMPLATES = Path.of("src/main/templates");
    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");
    private static final Pattern IMPORTED = Pattern.compile("import [\\w.]+\\.([A-Z]\\w*);");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final int MOST_BY_POSITION = 100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{type: object, properties: {x: {type: string}}}", "{type: string, enum: [a, b]}"})
    void schemasCompile(String schema) throws Exception {
        Set<String> names = matching(words(), "[A-Z].*");
        names.addAll(imports());
        assertThat(names).hasSizeGreaterThan(70).contains("Endpoints", "OpenEnum", "ReceivedResponse", "Known");

        assertThat(complaints(schemas(names, schema))).isEmpty();
    }

    /** Among them are names that the stock generator reserves, those of {@code java.lang}, and Windows' devices. */
    @Test
    void schemasWithNamesThatOthersReserveCompile() throws Exception {
        Set<String> names = new TreeSet<>(List.of("Con", "PRN", "aux", "NUL", "Com1", "lpt9", "Iterable", "Record"));
        JavaClientCodegen stock = new JavaClientCodegen();
        names.addAll(stock.importMapping().keySet());
        names.addAll(stock.languageSpecificPrimitives());
        names.addAll(stock.reservedWords());
        names.removeIf(name -> !name.matches("\\w+"));
        assertThat(names).hasSizeGreaterThan(100);

        String schemas = names.stream()
                .map(name -> "    " + name + ": {type: object, properties: {x: {type: string}}}\n")
                .collect(joining());
        GeneratedClient client = client("paths: {}\ncomponents:\n  schemas:\n" + schemas);

        assertThat(client.complaints()).isEmpty();
        try (Stream<Path> files = Files.walk(client.sources())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(file -> file.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)\\..*"));
        }
    }

    @Test
    void tagsCompile() throws Exception {
        Set<String> names = words();
        names.addAll(imports());
        String paths = names.stream()
                .map(name -> "  /t/" + name + ": {get: {tags: ['" + name + "'], operationId: read" + name
                        + ", responses: {'204': {description: done}}}}\n")
                .collect(joining());

        assertThat(complaints("paths:\n" + paths)).isEmpty();
    }

    @Test
    void operationsParametersAndPropertiesCompile() throws Exception {
        Set<String> names = matching(words(), "[a-z_].*");
        Stream.of(Object.class.getMethods()).forEach(method -> names.add(method.getName()));
        assertThat(names).hasSizeGreaterThan(100).contains("exchange", "endpoints", "missing", "equals", "wait");
        String paths = names.stream()
                .map(name -> "  /o/" + name + ": {put: {operationId: '" + name + "', parameters: [{name: '" + name
                        + "', in: query, required: true, schema: {type: string}}], requestBody: {content: "
                        + "{text/plain: {schema: {type: string}}}}, responses: {'200': {description: a, content: "
                        + "{text/plain: {schema: {type: string}}}}}}}\n")
                .collect(joining());
        String optional = names.stream()
                .map(name -> "{name: '" + name + "', in: query, schema: {type: string}}")
                .collect(joining(", "));
        String required = names.stream()
                .limit(MOST_BY_POSITION)
                .map(name -> "{name: '" + name + "', in: header, required: true, schema: {type: string}}")
                .collect(joining(", "));
        String properties = names.stream()
                .map(name -> "'" + name + "': {type: string, nullable: " + (name.length() % 2 == 0) + "}")
                .collect(joining(", "));

        assertThat(complaints("paths:\n" + paths
                        + "  /all: {get: {parameters: [" + optional
                        + "], responses: {'204': {description: a}}}, post: {"
                        + "parameters: [" + required + "], responses: {'204': {description: a}}}}\n"
                        + "components:\n  schemas:\n    All: {type: object, properties: {" + properties + "}}\n"
                        + "    Most: {type: object, required: ["
                        + names.stream().map(name -> "'" + name + "'").collect(joining(", "))
                        + "], properties: {" + properties + "}}\n"))
                .isEmpty();
    }

    /** Every word that stands in the Java of a template. */
    private static Set<String> words() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.filter(file -> !file.toString().contains("doc"))
                    .map(ShadowedNamesTest::read)
                    .map(text -> text.replaceAll("(?s)\\{\\{.*?}}+|/\\*\\*.*?\\*/|//[^\n]*", " ")
                            .replaceAll("\"[^\"\n]*\"", " "))
                    .flatMap(text -> WORD.matcher(text).results().map(found -> found.group()))
                    .collect(toCollection(TreeSet::new));
        }
    }

    /** What the files of a client with everything import. */
    private Set<String> imports() throws IOException {
        Path everything = Files.createDirectory(folder.resolve("everything"));
        GeneratedClient client = GeneratedClient.of(CONTRACTS.resolve("everything.yaml"), everything);
        try (Stream<Path> files = Files.walk(client.sources())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> IMPORTED.matcher(read(file)).results().map(found -> found.group(1)))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Set<String> matching(Set<String> words, String pattern) {
        return words.stream().filter(word -> word.matches(pattern)).collect(toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> complaints(String document) throws IOException {
        return client(document).complaints();
    }

    private GeneratedClient client(String document) throws IOException {
        Path file = Files.writeString(
                folder.resolve("shadows.yaml"), "openapi: 3.0.3\ninfo: {title: Shadows, version: '1'}\n" + document);
        return GeneratedClient.of(file, folder);
    }

    /** Each name is sent, received, thrown, held by a model, and one of a union's. */
    private static String schemas(Set<String> names, String schema) {
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
        return """
                paths:
                %scomponents:
                  schemas:
                    Whole:
                      type: object
                      properties:
                %s    Any: {oneOf: [%s]}
                %s""".formatted(paths, properties, union, schemas);
    }
}
