package dev.countersign.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that were never written to be verified: what cannot be is noted, and the rest is. */
class UnfitDocumentsTest {
    @TempDir
    Path folder;

    @Test
    void anAnswerWhoseExamplesDoNotFitIsGenerated() throws IOException {
        Derivation derivation = derive("""
                /orders:
                  get:
                    operationId: orders
                    responses:
                      '200':
                        description: fine
                        content:
                          application/json:
                            schema: {type: object}
                            example: no object
                """);

        assertThat(derivation.cases())
                .extracting(TestCase::name, TestCase::preference)
                .containsExactly(tuple("orders answers 200", "code=200, dynamic=true"));
        assertThat(derivation.notes())
                .containsExactly("orders: answer 200 \"\" does not fit its schema and is left out:"
                        + " the value must be an object, was a string");
    }

    @Test
    void aCaseForWhichThereIsNoValueIsLeftOut() throws IOException {
        Derivation derivation = derive("""
                /nodes:
                  post:
                    operationId: grow
                    requestBody:
                      required: true
                      content: {application/json: {schema: {$ref: '#/components/schemas/Endless'}}}
                    responses: {'204': {description: done}}
                  get:
                    operationId: look
                    responses: {'204': {description: done}}
                """);

        assertThat(derivation.cases()).extracting(TestCase::name).containsExactly("look answers 204");
        assertThat(derivation.notes()).hasSize(2);
        assertThat(derivation.notes().get(0))
                .startsWith(
                        "grow answers 204 is left out: no value was found that fits the schema of the request body: /");
        assertThat(derivation.notes().get(1))
                .isEqualTo("operation grow (POST /nodes) documents no response that could be verified."
                        + " Document at least one response with a final status");
    }

    @Test
    void anOptionalParameterThatNoStyleCanWriteIsNotSent() throws IOException {
        Derivation derivation = derive("""
                /orders:
                  get:
                    operationId: orders
                    parameters:
                      - {name: Lines, in: header, schema: {type: array, minItems: 1, items: {type: object}}, example: [{a: 1}]}
                      - {name: filter, in: query, style: deepObject, schema: {type: object}, example: {a: {b: 1}}}
                      - {name: sort, in: query, style: deepObject, schema: {type: object}, example: {by: [a, b]}}
                    responses: {'204': {description: done}}
                """);

        RequestLine line = RequestLine.of(derivation.cases().get(0));
        assertThat(line.headers()).isEmpty();
        assertThat(line.query()).isEqualTo(Map.of("sort[by]", List.of("a", "b")));
    }

    @Test
    void cookiesAreWrittenAsPairs() throws IOException {
        Derivation derivation = derive("""
                /orders:
                  get:
                    operationId: orders
                    parameters:
                      - {name: list, in: cookie, schema: {type: array, items: {type: string}}, example: [a, b]}
                      - {name: point, in: cookie, schema: {type: object}, example: {x: 1, y: 2}}
                      - {name: flat, in: cookie, explode: false, schema: {type: object}, example: {x: 1}}
                    responses: {'204': {description: done}}
                """);

        assertThat(RequestLine.of(derivation.cases().get(0)).headers())
                .isEqualTo(Map.of("Cookie", List.of("list=a; list=b; x=1; y=2; flat=x,1")));
    }

    @Test
    void theFragmentOfAPathDoesNotTravel() throws IOException {
        Derivation derivation = derive("""
                /orders#late:
                  get:
                    operationId: late
                    responses: {'204': {description: done}}
                '/#part/x':
                  get:
                    operationId: part
                    responses: {'204': {description: done}}
                """);

        assertThat(derivation.cases())
                .extracting(each -> RequestLine.of(each).path())
                .containsExactly("/orders", "/%23part/x");
    }

    @Test
    void literalPartsOfAPathTravelEncodedWhereTheyMust() throws IOException {
        Derivation derivation = derive("""
                /<upload_url>:
                  get: {operationId: upload, responses: {'204': {description: done}}}
                /it's(me);v=1,2/a%20b/größe:
                  get: {operationId: odd, responses: {'204': {description: done}}}
                """);

        assertThat(derivation.cases())
                .extracting(each -> RequestLine.of(each).path())
                .containsExactly("/%3Cupload_url%3E", "/it's(me);v=1,2/a%20b/gr%C3%B6%C3%9Fe");
    }

    @Test
    void operationsOfOneMethodAndPathAreSiblings() throws IOException {
        Derivation derivation = derive("""
                /queues/{name}:
                  parameters: [{name: name, in: path, required: true, schema: {type: string}}]
                  delete: {operationId: remove, responses: {'204': {description: done}}}
                  get: {operationId: read, responses: {'204': {description: done}}}
                '/queues/{queue}#purge':
                  parameters: [{name: queue, in: path, required: true, schema: {type: string}}]
                  delete: {operationId: purge, responses: {'202': {description: done}}}
                """);

        Siblings siblings = new Siblings(derivation.cases());
        assertThat(derivation.cases())
                .extracting(
                        each -> each.operation().id() + " " + siblings.of(each).orElse("alone"))
                .containsExactlyInAnyOrder("remove purge", "read alone", "purge remove");
    }

    @Test
    void bodyOfABinaryTypeIsTheBytesOfItsBase64() throws IOException {
        Derivation derivation = derive("""
                /pictures:
                  get:
                    operationId: picture
                    responses: {'200': {description: it, content: {image/png: {example: AAEC}}}}
                  put:
                    operationId: notes
                    responses: {'200': {description: it, content: {text/plain: {example: AAEC}}}}
                  post:
                    operationId: text
                    responses: {'200': {description: it, content: {application/octet-stream: {example: no Base64}}}}
                """);

        assertThat(derivation.cases())
                .extracting(each -> each.answer().body().orElseThrow().octets())
                .containsExactlyInAnyOrder(
                        new byte[] {0, 1, 2},
                        "AAEC".getBytes(StandardCharsets.UTF_8),
                        "no Base64".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void twoSchemesThatShareTheAuthorizationFieldAreNotShownByName() throws IOException {
        Derivation derivation = derive("""
                /orders:
                  get:
                    operationId: orders
                    security: [{token: [], password: []}, {token: [], key: []}]
                    responses: {'204': {description: done}}
                  put:
                    operationId: order
                    security: [{token: [], password: []}]
                    responses: {'204': {description: done}}
                """);

        assertThat(derivation.cases()).extracting(TestCase::name).containsExactly("orders answers 204");
        assertThat(derivation.cases().get(0).credentials().secrets()).containsOnlyKeys("token", "key");
        assertThat(derivation.notes())
                .containsExactly("operation order is left out: it asks for two values of Authorization at once, and no"
                        + " request has more than one");
    }

    @Test
    void aQueryInATemplateIsSentAsOne() throws IOException {
        Derivation derivation = derive("""
                /orders?open=yes&of=a%20b:
                  get:
                    operationId: open
                    parameters: [{name: limit, in: query, required: true, schema: {type: integer}, example: 5}]
                    responses: {'204': {description: done}}
                """);

        assertThat(RequestLine.of(derivation.cases().get(0)))
                .isEqualTo(new RequestLine(
                        "/orders",
                        Map.of("open", List.of("yes"), "of", List.of("a b"), "limit", List.of("5")),
                        Map.of()));
    }

    @Test
    void aNumberThatItsFormatCannotHoldIsNotSent() throws IOException {
        Derivation derivation = derive("""
                /orders:
                  get:
                    operationId: orders
                    parameters: [{name: real, in: query, required: true, schema: {type: number, format: double}, example: 1.0e999}]
                    responses: {'204': {description: done}}
                """);

        assertThat(derivation.cases().get(0).arguments().get(0).value().decimalValue())
                .isLessThan(BigDecimal.valueOf(Double.MAX_VALUE));
    }

    @Test
    void whatOnlyOpenApi32CanSayIsLeftOutWhereNothingCouldSendIt() throws IOException {
        Derivation derivation = derive("3.2.0", """
                /orders:
                  post:
                    operationId: load
                    requestBody: {required: true, content: {multipart/mixed: {itemSchema: {type: object}, example: [{a: 1}]}}}
                    responses: {'204': {description: done}}
                  get:
                    operationId: find
                    parameters: [{name: all, in: querystring, required: true, content: {application/json: {schema: {type: object}}}}]
                    responses: {'204': {description: done}}
                """);

        assertThat(derivation.cases()).isEmpty();
        assertThat(derivation.notes())
                .contains(
                        "load answers 204 is left out: the parts of its multipart body have no names (OAS 3.2), and Pact"
                                + " knows nothing but forms",
                        "find answers 204 is left out: its query is one parameter (OAS 3.2, in: querystring), which no"
                                + " client of ours writes");
    }

    @Test
    void octetsOfAnyMediaTypeAreSentAsOctets() throws IOException {
        Derivation derivation = derive("""
                /orders:
                  post:
                    operationId: load
                    requestBody: {content: {'*/*': {schema: {type: string, format: binary}}}}
                    responses: {'204': {description: done}}
                """);

        assertThat(derivation.cases().get(0).body().orElseThrow().mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void aDocumentWithoutOperationsHasNoCase() throws IOException {
        Derivation derivation = derive("{}");

        assertThat(derivation.cases()).isEmpty();
        assertThat(derivation.notes()).containsExactly("the contract \"Orders\" has no operation to verify");
    }

    private Derivation derive(String paths) throws IOException {
        return derive("3.0.3", paths);
    }

    private Derivation derive(String version, String paths) throws IOException {
        String document = """
                openapi: %s
                info: {title: Orders, version: 1.0.0}
                components:
                  schemas:
                    Endless: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Endless'}}}
                  securitySchemes:
                    token: {type: http, scheme: bearer}
                    password: {type: http, scheme: basic}
                    key: {type: apiKey, in: header, name: X-Key}
                paths:
                %s""".formatted(version, paths.indent(2));
        Contract contract = ContractLoader.load(Files.writeString(folder.resolve("orders.yaml"), document))
                .contract();
        return Derivation.ofWhatIsThere(contract, new SchemaSamples(contract));
    }
}
