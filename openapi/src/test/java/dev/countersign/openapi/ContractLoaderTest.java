package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractLoaderTest {
    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
    }

    @Test
    void readsEveryPartOfAnOperation() {
        files.with("api.yaml", """
                openapi: 3.1.0
                info: {title: Shop, version: '7'}
                servers: [{url: 'https://{zone}.invalid/v1', variables: {zone: {default: eu, enum: [eu, us]}}}]
                security: [{key: []}]
                paths:
                  /items/{id}:
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: integer}}
                      - {name: lang, in: query, schema: {type: string}, example: de}
                    put:
                      operationId: putItem
                      tags: [Items]
                      parameters:
                        - {name: lang, in: query, required: true, schema: {type: string}}
                        - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object}}
                        - {name: Accept, in: header, schema: {type: string}}
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema: {type: object}
                            examples: {full: {summary: All of it, value: {a: 1}, x-note: n}}
                      responses:
                        4xx: {description: refused}
                        200:
                          description: done
                          headers: {X-Rate: {schema: {type: integer}, example: 5}, Content-Type: {schema: {}}}
                          content: {application/json: {example: [1]}}
                components:
                  securitySchemes:
                    key: {type: apiKey, in: cookie, name: sid}
                """);

        Contract contract = files.load("api.yaml").contract();

        assertThat(contract.title()).isEqualTo("Shop");
        assertThat(contract.version()).isEqualTo("7");
        assertThat(contract.securitySchemes())
                .containsEntry("key", new SecurityScheme.ApiKey("sid", Parameter.In.COOKIE));
        Operation operation = contract.operation("putItem").orElseThrow();
        assertThat(operation.method() + " " + operation.path()).isEqualTo("PUT /items/{id}");
        assertThat(operation.servers().get(0).variables().get("zone").values()).containsExactly("eu", "us");
        assertThat(operation.security()).containsExactly(new SecurityRequirement(java.util.Map.of("key", List.of())));
        assertThat(operation.parameters())
                .extracting(parameter -> parameter.name() + " " + parameter.required() + " " + parameter.style() + " "
                        + parameter.explode())
                .containsExactly("id true SIMPLE false", "lang true FORM true", "filter false DEEP_OBJECT true");
        Example full = operation
                .requestBody()
                .orElseThrow()
                .content()
                .get(0)
                .examples()
                .get(0);
        assertThat(full.name()).isEqualTo("full");
        assertThat(full.summary()).isEqualTo("All of it");
        assertThat(full.extensions().get("x-note").stringValue()).isEqualTo("n");
        assertThat(operation.responses()).extracting(ResponseSpec::status).containsExactly("4XX", "200");
        ResponseSpec success = operation.responses().get(1);
        assertThat(success.headers()).extracting(HeaderSpec::name).containsExactly("X-Rate");
        assertThat(success.content().get(0).examples())
                .extracting(Example::name)
                .containsExactly("");
    }

    @Test
    void bundlesFilesFromSeveralFoldersIntoOneTree() {
        files.with("api.yaml", """
                        openapi: 3.0.3
                        info: {title: T, version: '1'}
                        paths:
                          $ref: paths/index.yaml
                        components:
                          schemas:
                            Pet:
                              $ref: schemas/pet.yaml
                            Tag:
                              type: string
                        """)
                .with("paths/index.yaml", "/pets: {$ref: 'pets.yaml#/collection'}")
                .with("paths/pets.yaml", """
                        collection:
                          get:
                            parameters: [{$ref: '../parameters.json#/limit'}]
                            responses:
                              '200':
                                description: ok
                                content: {application/json: {schema: {$ref: '../schemas/pet.yaml'}}}
                        """)
                .with("parameters.json", "{\"limit\": {\"name\": \"limit\", \"in\": \"query\",\t\"schema\": {}}}")
                .with("schemas/pet.yaml", """
                        type: object
                        properties:
                          tag: {$ref: '../api.yaml#/components/schemas/Tag'}
                          parent: {$ref: 'pet.yaml'}
                          owner: {$ref: 'odd name.yaml'}
                        """)
                .with("schemas/odd name.yaml", "type: object");

        Contract contract = files.load("api.yaml").contract();

        Operation operation = contract.operations().get(0);
        assertThat(operation.id()).isEqualTo("GET /pets");
        assertThat(operation.parameters().get(0).pointer()).isEqualTo("/components/parameters/limit");
        assertThat(operation
                        .responses()
                        .get(0)
                        .content()
                        .get(0)
                        .schema()
                        .orElseThrow()
                        .node())
                .hasToString("{\"$ref\":\"#/components/schemas/Pet\"}");
        assertThat(contract.document().at("/components/schemas"))
                .hasToString("{\"Pet\":{\"type\":\"object\",\"properties\":{"
                        + "\"tag\":{\"$ref\":\"#/components/schemas/Tag\"},"
                        + "\"parent\":{\"$ref\":\"#/components/schemas/Pet\"},"
                        + "\"owner\":{\"$ref\":\"#/components/schemas/odd_name\"}}},"
                        + "\"Tag\":{\"type\":\"string\"},\"odd_name\":{\"type\":\"object\"}}");
    }

    @Test
    void leavesReferencesInsideExamplesAlone() {
        files.with("api.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: ok
                          content:
                            application/json:
                              schema: {example: {$ref: nowhere.yaml}, default: {$ref: gone}, enum: [{$ref: x}]}
                              examples: {one: {value: {$ref: '#/not/there'}}}
                """);

        Contract contract = files.load("api.yaml").contract();

        MediaTypeSpec mediaType =
                contract.operations().get(0).responses().get(0).content().get(0);
        assertThat(mediaType.examples().get(0).value().orElseThrow()).hasToString("{\"$ref\":\"#/not/there\"}");
        assertThat(mediaType.schema().orElseThrow().node().get("example")).hasToString("{\"$ref\":\"nowhere.yaml\"}");
    }

    @Test
    void ignoresWhatStandsBesideAReferenceBeforeVersion31AndKeepsItAfterwards() {
        String document = """
                openapi: %s
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    A: {type: string}
                    B: {$ref: '#/components/schemas/A', description: beside}
                """;

        assertThat(files.with("a.yaml", document.formatted("3.0.3"))
                        .load("a.yaml")
                        .contract()
                        .document()
                        .at("/components/schemas/B"))
                .hasToString("{\"$ref\":\"#/components/schemas/A\"}");
        assertThat(files.with("a.yaml", document.formatted("3.1.0"))
                        .load("a.yaml")
                        .contract()
                        .document()
                        .at("/components/schemas/B"))
                .hasToString("{\"$ref\":\"#/components/schemas/A\",\"description\":\"beside\"}");
    }

    @Test
    void findsSchemasByIdAndAnchor() {
        files.with("api.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    A:
                      $id: https://example.com/a
                      $defs: {inner: {$anchor: in, type: integer}}
                      properties: {x: {$ref: '#/$defs/inner'}}
                    B: {properties: {a: {$ref: 'https://example.com/a'}, in: {$ref: '#in'}}}
                """);

        assertThat(files.load("api.yaml").contract().document().at("/components/schemas"))
                .hasToString("{\"A\":{\"$defs\":{\"inner\":{\"type\":\"integer\"}},"
                        + "\"properties\":{\"x\":{\"$ref\":\"#/components/schemas/inner\"}}},"
                        + "\"B\":{\"properties\":{\"a\":{\"$ref\":\"#/components/schemas/A\"},"
                        + "\"in\":{\"$ref\":\"#/components/schemas/inner\"}}},"
                        + "\"inner\":{\"type\":\"integer\"}}");
    }

    @Test
    void givesEveryComponentANameThatToolsAccept() {
        files.with("api.yaml", """
                openapi: 3.0.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    Page«Pet»: {type: object, properties: {next: {$ref: '#/components/schemas/Page%C2%ABPet%C2%BB'}}}
                    pet: {type: object}
                    Pet: {type: string}
                """);

        LoadedContract loaded = files.load("api.yaml");

        assertThat(loaded.contract().document().at("/components/schemas"))
                .hasToString("{\"Page_Pet_\":{\"type\":\"object\",\"properties\":{"
                        + "\"next\":{\"$ref\":\"#/components/schemas/Page_Pet_\"}}},"
                        + "\"pet\":{\"type\":\"object\"},\"Pet_2\":{\"type\":\"string\"}}");
        assertThat(loaded.origins().place("/components/schemas/Page_Pet_/properties/next"))
                .hasToString(folder.resolve("api.yaml") + ":6 (/components/schemas/Page«Pet»/properties/next)");
    }

    @Test
    void mapsDiscriminatorsToTheBundledSchemas() {
        files.with("api.yaml", """
                        openapi: 3.0.0
                        info: {title: T, version: '1'}
                        paths: {}
                        components:
                          schemas:
                            Pet:
                              discriminator: {propertyName: kind, mapping: {c: Cat, d: './dog.yaml'}}
                            Cat: {type: object}
                        """).with("dog.yaml", "type: object");

        assertThat(files.load("api.yaml").contract().document().at("/components/schemas/Pet/discriminator/mapping"))
                .hasToString("{\"c\":\"#/components/schemas/Cat\",\"d\":\"#/components/schemas/dog\"}");
    }

    @Test
    void readsMergeKeysAndAliases() {
        files.with("api.yaml", """
                openapi: 3.0.0
                info: {title: T, version: '1'}
                x-common: &common
                  get: {operationId: other, summary: shared, responses: {}}
                paths:
                  /a:
                    <<: *common
                  /b:
                    <<: *common
                    get: {operationId: own, responses: {}}
                """);

        assertThat(files.load("api.yaml").contract().operations())
                .extracting(operation -> operation.path() + " " + operation.id())
                .containsExactly("/a other", "/b own");
    }

    @Test
    void emptiesComponentsThatOnlyReferToThemselves() {
        files.with("api.yaml", """
                openapi: 3.0.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    A: {$ref: '#/components/schemas/B'}
                    B: {$ref: '#/components/schemas/A'}
                """);

        LoadedContract loaded = files.load("api.yaml");

        assertThat(loaded.contract().document().at("/components/schemas/A")).hasToString("{}");
        assertThat(files.texts(loaded.problems()))
                .containsExactly("api.yaml:6 (/components/schemas/A): warning: The component \"A\" is only a reference"
                        + " to itself, so it says nothing. Say what it is.");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(
                        "openapi: 3.0.0\npaths: [\n",
                        "api.yaml:3: error: The file is not valid YAML: expected the node content, but found"
                                + " '<stream end>'."),
                Arguments.of(
                        "just text",
                        "api.yaml:1: error: This is not an OpenAPI document: its top level is not an object."
                                + " Supported are \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and \"swagger: '2.0'\"."),
                Arguments.of(
                        "",
                        "api.yaml: error: This is not an OpenAPI document: its top level is not an object."
                                + " Supported are \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and \"swagger: '2.0'\"."),
                Arguments.of(
                        "info: {}",
                        "api.yaml:1: error: This is not an OpenAPI document: it has neither \"openapi\" nor"
                                + " \"swagger\". Supported are \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and"
                                + " \"swagger: '2.0'\"."),
                Arguments.of(
                        "info: {}\nopenapi: 4.0.0",
                        "api.yaml:2 (/openapi): error: OpenAPI version \"4.0.0\" is not supported. Supported are"
                                + " \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and \"swagger: '2.0'\"."),
                Arguments.of(
                        "openapi: 3.0.0\ninfo: {}\ninfo: {}",
                        "api.yaml:3: error: The key \"info\" stands twice in one mapping. Remove one."),
                Arguments.of(
                        "openapi: 3.0.0\npaths:\n  /a:\n    $ref: gone.yaml",
                        "api.yaml:4 (/paths/~1a/$ref): error: There is no file \"gone.yaml\" beside the document."
                                + " Mend the path; it is relative to the file that holds the reference."),
                Arguments.of(
                        "openapi: 3.0.0\npaths:\n  /a:\n    $ref: '#/paths/~1a'",
                        "api.yaml:4 (/paths/~1a/$ref): error: \"#/paths/~1a\" leads back to itself."
                                + " Break the circle."),
                Arguments.of(
                        "openapi: 3.0.0\ncomponents:\n  schemas:\n    A: {items: {$ref: '#/components/schemas/B'}}",
                        "api.yaml:4 (/components/schemas/A/items/$ref): error: The reference"
                                + " \"#/components/schemas/B\" leads nowhere: api.yaml has no such place."
                                + " Mend the reference or add what it names."),
                Arguments.of(
                        "openapi: 3.0.0\npaths: {/a: {$ref: 'http://localhost:1/a.yaml'}}",
                        "api.yaml:2 (/paths/~1a/$ref): error: The reference leads to the network"
                                + " (http://localhost:1/a.yaml), which is not allowed. Copy the file beside the"
                                + " document, or allow remote references."));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void saysWhereAnUnusableDocumentIsWrong(String text, String problem) {
        files.with("api.yaml", text);

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.yaml"));

        assertThat(failure.getMessage().replace(folder + "/", "")).isEqualTo(problem);
    }

    @Test
    void saysWhereJsonIsMalformed() {
        files.with("api.json", "{\n\t\"openapi\": \"3.0.0\",\n\t\"info\": }");

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.json"));

        assertThat(failure.getMessage())
                .startsWith(folder.resolve("api.json") + ":3: error: The file is not valid JSON: Unexpected character");
    }

    @Test
    void keepsReferencesInsideTheDocumentsFolderUnlessTold() {
        files.with("secret.yaml", "type: string")
                .with(
                        "api/api.yaml",
                        "openapi: 3.0.0\ncomponents: {schemas: {A: {items: {$ref: '../secret.yaml'}}}}\n");

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api/api.yaml"));

        assertThat(failure.getMessage()).contains("lies outside the document's folder");
        LoadOptions outside = new LoadOptions(true, false);
        assertThat(ContractLoader.load(folder.resolve("api/api.yaml"), outside)
                        .contract()
                        .document()
                        .at("/components/schemas/secret"))
                .hasToString("{\"type\":\"string\"}");
    }

    @Test
    void readsADocumentAndTheFilesBesideItOverHttp() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/openapi.yaml", exchange -> answer(exchange, "openapi: 3.0.0\npaths: {/a: {$ref: a.yaml}}"));
        server.createContext("/api/a.yaml", exchange -> answer(exchange, "get: {operationId: far}"));
        server.start();
        try {
            URI document = new URI("http://localhost:" + server.getAddress().getPort() + "/api/openapi.yaml");

            Contract contract =
                    ContractLoader.load(document, LoadOptions.DEFAULT).contract();

            assertThat(contract.operations()).extracting(Operation::id).containsExactly("far");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void saysThatAMissingDocumentIsMissing() {
        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("no.yaml"));

        assertThat(failure.getMessage().replace(folder + "/", ""))
                .isEqualTo("no.yaml: error: There is no such file. Name an OpenAPI document in YAML or JSON.");
    }

    @Test
    void refusesAliasesThatExpandWithoutEnd() {
        StringBuilder bomb = new StringBuilder("openapi: 3.0.0\nx-0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("x-%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        files.with("api.yaml", bomb.toString());

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.yaml"));

        assertThat(failure.getMessage()).contains("aliases expand to more than 5000000 values");
    }

    @Test
    void refusesNestingThatNoStackHolds() {
        files.with("api.json", "{\"openapi\":\"3.0.0\",\"x-a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.json"));

        assertThat(failure.getMessage()).contains("api.json").contains("error:");
    }
}
