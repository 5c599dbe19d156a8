package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of references while files are bundled into one tree (OAS 3.1 section 4.8.23). */
class BundledReferencesTest {
    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
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

    /** The standard has no references there; the tools that resolve every reference have made people write them. */
    @Test
    void followsReferencesInPlaceOfLists() {
        files.with("api.yaml", """
                        openapi: 3.0.3
                        info: {title: T, version: '1'}
                        x-values: [x, y]
                        tags: {$ref: 'lists.yaml#/tags'}
                        paths:
                          /a:
                            get:
                              parameters: {$ref: 'lists.yaml#/parameters'}
                              responses: {'200': {description: ok}}
                        components:
                          schemas:
                            A:
                              type: object
                              required: {$ref: 'lists.yaml#/required'}
                              properties: {k: {type: string, enum: {$ref: '#/x-values'}}}
                              allOf: {$ref: 'lists.yaml#/parts'}
                        """).with("lists.yaml", """
                        tags: [{name: t}]
                        required: [k]
                        parts: [{type: object}, {$ref: '#/more'}]
                        more: {minProperties: 1}
                        parameters: [{name: p, in: query, schema: {type: integer}}]
                        """);

        Contract contract = files.load("api.yaml").contract();

        assertThat(contract.operations().get(0).parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.name()).isEqualTo("p"));
        assertThat(contract.document().at("/components/schemas/A"))
                .hasToString("{\"type\":\"object\",\"required\":[\"k\"],"
                        + "\"properties\":{\"k\":{\"type\":\"string\",\"enum\":[\"x\",\"y\"]}},"
                        + "\"allOf\":[{\"type\":\"object\"},{\"$ref\":\"#/components/schemas/more\"}]}");
        assertThat(contract.document().at("/tags/0/name").asString()).isEqualTo("t");
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
}
