package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.external.ExternalExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples that nearly fit, in every place from which a response is made. */
class ServedExamplesTest {
    private static MockResponse get(String response) {
        return Contracts.mockOfPaths("/a:\n  get: {responses: {'200': " + response + "}}")
                .answer(MockRequest.of("GET", "/a", List.of(), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {type: object, required: [b], properties: {b: {const: 2}}} | {a: 1} | {\"a\":1,\"b\":2}",
                "application/problem+json | {properties: {status: {type: integer}}} | {status: '404'} | {\"status\":404}",
                "application/json | {type: object, properties: {a: {type: integer}}} | '{\"a\":1}' | {\"a\":1}",
                "application/json | {type: string} | '{\"a\":1}' | \"{\\\"a\\\":1}\"",
                "application/json | {type: string} | 90210 | \"90210\"",
                "'*/*' | {type: object} | '{\"a\":1}' | {\"a\":1}",
                "'*/*' | {type: string} | 'a: 1' | a: 1",
                "application/jsonl | {type: array, items: {type: object, required: [b], properties: {b: {const: 2}}}}"
                        + " | [{a: 1}] | {\"a\":1,\"b\":2}",
                "application/xml | {type: object, xml: {name: pet}, required: [id], properties: {id: {type: integer}}}"
                        + " | {name: Rex} | <?xml version=\"1.0\" encoding=\"UTF-8\"?><pet><name>Rex</name><id>1</id></pet>",
                "application/xml | {type: object, required: [id]} | '<pet/>' | <pet/>",
                "text/plain | {type: integer} | none | none",
                "application/x-www-form-urlencoded | {type: object, required: [b], properties: {b: {const: 2}}} | {a: 1} | a=1&b=2",
                "application/x-www-form-urlencoded | {type: object, required: [b]} | 'a=1' | a=1",
            })
    void ofBodiesAreRepairedUnlessTheyAreWrittenOut(String type, String schema, String example, String body) {
        MockResponse response =
                get("{description: '', content: {" + type + ": {schema: " + schema + ", example: " + example + "}}}");

        assertThat(response.text().strip()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema: {type: string, enum: [a, b], example: b} | b",
                "schema: {type: string, enum: [a, b], default: b} | b",
                "schema: {type: string, enum: [a, b]}, example: c | a",
                "schema: {type: integer, minimum: 5}, example: '7' | 7",
                "schema: {type: integer, minimum: 5}, example: one | 5",
                "schema: {type: array, items: {type: string}}, example: 'x,y' | x,y",
                "schema: {type: array, items: {type: integer}}, example: [1, two] | 1,1",
                "schema: {type: string}, examples: {one: {value: 90210}} | 90210",
                "content: {application/json: {schema: {type: object}, example: '{\"a\": 1}'}} | {\"a\":1}",
            })
    void ofHeadersAreRepaired(String header, String value) {
        MockResponse response = get("{description: '', headers: {X-A: {" + header + "}}}");

        assertThat(response.header("X-A")).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"bad,'{\"id\":1,\"n\":\"x\"}'", "good,'{\"id\":5}'"})
    void thatAreNamedOrReferredToAreRepaired(String name, String body) {
        Mock mock = Mock.compile(Contracts.parse("""
                        openapi: 3.0.3
                        info: {title: Test, version: '1'}
                        paths:
                          /a:
                            get:
                              responses:
                                '200':
                                  description: ''
                                  content:
                                    application/json:
                                      schema: {$ref: '#/components/schemas/A'}
                                      examples:
                                        bad: {$ref: '#/components/examples/Bad'}
                                        good: {value: {id: 5}}
                        components:
                          schemas: {A: {type: object, required: [id], properties: {id: {type: integer}}}}
                          examples: {Bad: {value: {id: none, n: x}}}
                        """), MockOptions.DEFAULTS);

        assertThat(mock.answer(MockRequest.of("GET", "/a?__example=" + name, List.of(), ""))
                        .text())
                .isEqualTo(body);
    }

    @Test
    void inFilesOfTheirOwnAreRepaired(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.json"), "{\"a\": \"9\", \"old\": true}");
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: Test, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: ''
                          content:
                            application/json:
                              schema: {additionalProperties: false, properties: {a: {type: integer}}}
                              examples: {one: {externalValue: one.json}}
                """);
        LoadedContract loaded = ExternalExamples.load(document, LoadOptions.DEFAULT);

        assertThat(Mock.compile(loaded.contract(), MockOptions.DEFAULTS)
                        .answer(MockRequest.of("GET", "/a", List.of(), ""))
                        .text())
                .isEqualTo("{\"a\":9}");
    }

    @Test
    void ofPartsAreRepaired() {
        MockResponse response = get("""
                {description: '', content: {multipart/form-data: {
                  schema: {type: object, required: [n], properties: {n: {type: integer}, o: {type: object, required: [x],
                    properties: {x: {const: 1}}}}},
                  example: {o: {y: 2}}}}}""");

        assertThat(response.text()).contains("{\"y\":2,\"x\":1}").contains("name=\"n\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | a=x+y&b=1&b=2&o=%7B%22k%22%3A1%7D",
                "{b: {explode: false}} | a=x+y&b=1,2&o=%7B%22k%22%3A1%7D",
                "{b: {style: pipeDelimited, explode: false}} | `a=x+y&b=1|2&o=%7B%22k%22%3A1%7D`",
                "{b: {style: spaceDelimited, explode: false}} | a=x+y&b=1%202&o=%7B%22k%22%3A1%7D",
                "{b: {contentType: application/json}} | a=x+y&b=%5B1%2C2%5D&o=%7B%22k%22%3A1%7D",
                "{o: {style: deepObject, explode: true}} | a=x+y&b=1&b=2&o%5Bk%5D=1",
                "{o: {style: form}} | a=x+y&b=1&b=2&k=1",
                "{o: {style: form, explode: false}} | a=x+y&b=1&b=2&o=k,1",
            })
    void areWrittenAsFormsByTheirEncoding(String encoding, String body) {
        MockResponse response =
                get("{description: '', content: {application/x-www-form-urlencoded: {schema: {type: object},"
                        + " example: {a: x y, b: [1, 2], o: {k: 1}}, encoding: " + encoding + "}}}");

        assertThat(response.text()).isEqualTo(body);
    }
}
