package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.contract.PortableDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References where the standard has none: OAS 3.1 sections 4.8.19 (values of examples are data) and 4.9 (extensions). */
class ExampleReferencesTest {
    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
    }

    private LoadedContract load(String content, String components) {
        return files.with("api.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200': {description: ok, content: {application/json: %s}}
                %s
                """.formatted(content, components)).load("api.yaml");
    }

    private static List<String> examples(LoadedContract loaded) {
        return loaded.contract().operations().get(0).responses().get(0).content().get(0).examples().stream()
                .map(example -> example.value().map(Object::toString).orElse("none"))
                .toList();
    }

    @Test
    void aFileBesideTheDocumentTakesThePlaceOfAnExample() {
        files.with("body.json", "{\"n\": 1}").with("parts.yaml", "second: {n: 2}\n");

        LoadedContract lone = load("{example: {$ref: body.json}}", "");
        LoadedContract named =
                load("{examples: {a: {value: {$ref: ./body.json}}, b: {value: {$ref: 'parts.yaml#/second'}}}}", "");

        assertThat(examples(lone)).containsExactly("{\"n\":1}");
        assertThat(examples(named)).containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(files.texts(lone.problems()))
                .containsExactly(
                        "api.yaml:7 (/paths/~1a/get/responses/200/content/application~1json/example): warning: An"
                                + " example is data, in which \"$ref\" is no reference; the content of \"body.json\" takes its place."
                                + " Write the value itself, or use \"externalValue\".");
        assertThat(named.problems()).hasSize(2);
    }

    @Test
    void examplesOfComponentsSchemasAndParametersToo() {
        files.with("body.json", "{\"n\": 1}");
        LoadedContract loaded = load(
                "{schema: {$ref: '#/components/schemas/A'}, examples: {a: {$ref: '#/components/examples/E'}, b: {value: {$ref: '#/components/examples/F'}}, c: {value: [{$ref: body.json}, {x: {$ref: body.json}}]}}}",
                "components: {schemas: {A: {example: {$ref: body.json}, examples: [{$ref: body.json}]}}, examples: {E: {value: {$ref: body.json}}, F: {value: 7}},"
                        + " parameters: {P: {name: p, in: query, example: {$ref: body.json}}}}");

        assertThat(examples(loaded)).containsExactly("{\"n\":1}", "7", "[{\"n\":1},{\"x\":{\"n\":1}}]");
        assertThat(loaded.contract().document().at("/components/schemas/A"))
                .hasToString("{\"example\":{\"n\":1},\"examples\":[{\"n\":1}]}");
        assertThat(loaded.contract().document().at("/components/parameters/P/example"))
                .hasToString("{\"n\":1}");
    }

    @Test
    void dataStaysDataWhereTheSchemaNamesAReference() {
        files.with("body.json", "{\"n\": 1}");
        LoadedContract loaded = load(
                "{schema: {allOf: [{$ref: '#/components/schemas/Link'}]}, example: {$ref: body.json}}",
                "components: {schemas: {Link: {properties: {$ref: {type: string}}}}}");

        assertThat(examples(loaded)).containsExactly("{\"$ref\":\"body.json\"}");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void whatLeadsNowhereOrOutsideIsWarnedOfAndTakenAsItStands() {
        files.with("body.json", "{\"n\": 1}");
        for (String reference :
                List.of("gone.json", "../../etc/hostname", "/etc/hostname", "http://127.0.0.1:1/a.json", "a b?c")) {
            LoadedContract loaded = load("{example: {$ref: '" + reference + "'}}", "");

            assertThat(examples(loaded)).containsExactly("{\"$ref\":\"" + reference + "\"}");
            assertThat(files.texts(loaded.problems()).toString())
                    .contains("api.yaml:7")
                    .contains("is taken as it stands");
        }
    }

    @Test
    void schemasThatAreAnExampleAreLeftAlone() {
        LoadedContract loaded =
                load("{example: {type: object, properties: {a: {$ref: '#/definitions/A'}, b: {$ref: gone.json}}}}", "");

        assertThat(examples(loaded).get(0))
                .contains("{\"$ref\":\"#/definitions/A\"}")
                .contains("gone.json");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void aPortableCopyHasNoReferenceThatLeadsNowhere() {
        LoadedContract loaded = load(
                "{schema: {$ref: '#/components/schemas/A'}, example: {type: object, properties: {a: {$ref: gone.json}}}}",
                "components: {schemas: {A: {x-a: {$ref: x.yaml, keep: 1}, default: {$ref: '#/components/schemas/A'}, properties: {$ref: {type: string}}}}}\n"
                        + "x-tools: [{$ref: './tool.yaml'}, {deep: {$ref: '#/gone'}}]\n");
        String before = loaded.contract().document().toString();

        String portable = PortableDocument.of(loaded.contract().document()).toString();

        assertThat(portable)
                .doesNotContain("x.yaml")
                .doesNotContain("tool.yaml")
                .doesNotContain("gone")
                .contains("\"keep\":1")
                .contains("\"properties\":{\"$ref\":{\"type\":\"string\"}}")
                .contains("\"schema\":{\"$ref\":\"#/components/schemas/A\"}")
                .contains("\"default\":{\"$ref\":\"#/components/schemas/A\"}");
        assertThat(loaded.contract().document()).hasToString(before);
    }
}
