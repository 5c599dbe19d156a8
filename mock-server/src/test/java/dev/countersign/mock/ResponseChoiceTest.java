package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 sections 4.8.16 (responses) and 4.8.14 (media types); RFC 7240 (Prefer); RFC 9110 section 12 (Accept). */
class ResponseChoiceTest {
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /many:
              get:
                responses:
                  default: {description: '', content: {application/json: {example: default}}}
                  '404': {description: '', content: {application/json: {examples: {none: {value: none}, gone: {value: gone}}}}}
                  '5XX': {description: '', content: {application/json: {example: range}}}
                  '202': {description: '', content: {application/json: {example: accepted}}}
                  '201':
                    description: ''
                    headers:
                      X-List: {schema: {type: array}, example: [1, 2]}
                      X-Object: {explode: true, schema: {type: object}, example: {a: 1, b: x}}
                      Content-Length: {schema: {type: integer}, example: 1}
                      X-Evil: {schema: {type: string}, example: "a\\r\\nSet-Cookie: b"}
                    content:
                      application/xml: {example: <a/>}
                      application/json: {examples: {first: {value: 1}, second: {value: 2}}}
            /only-default: {get: {responses: {default: {description: '', content: {text/plain: {example: d}}}}}}
            /only-range: {get: {responses: {2XX: {description: '', content: {text/plain: {example: r}}}}}}
            /only-redirect: {get: {responses: {'302': {description: '', headers: {Location: {schema: {}, example: /x}}}}}}
            /only-error: {get: {responses: {'503': {description: '', content: {text/plain: {example: e}}}}}}
            /old: {get: {deprecated: true, responses: {'204': {description: ''}}}}
            /nothing: {get: {}}
            /no-content: {get: {responses: {'204': {description: '', content: {application/json: {example: 1}}}}}}
            /binary: {get: {responses: {'200': {description: '', content: {image/png: {example: iVBORw==}}}}}}
            /latin: {get: {responses: {'200': {description: '', content: {'text/plain; charset=iso-8859-1': {example: "\u00fc"}, 'application/xml; charset=iso-8859-1': {schema: {type: object, xml: {name: a}}, example: {b: "\u00fc"}}}}}}}
            /form: {get: {responses: {'200': {description: '', content: {application/x-www-form-urlencoded: {example: {a: 1, b: x y}}}}}}}
            /range: {get: {parameters: [], responses: {'200': {description: '', content: {'audio/*': {example: a}}}, '201': {description: '', content: {'application/*+json': {example: 1}}}, '202': {description: '', content: {'chemical/*': {example: c}}}}}}
            /any: {get: {responses: {'200': {description: '', content: {'*/*': {example: {a: 1}}}}}}}
            /null: {get: {responses: {'200': {description: '', content: {application/json: {example: null}}}}}}
            /ref-as-data: {get: {responses: {'200': {description: '', content: {application/json: {example: {$ref: '#/x'}}}}}}}
            """);

    private static MockResponse get(String target, String... headers) {
        List<Header> fields = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            fields.add(new Header(header.substring(0, colon), header.substring(colon + 1)));
        }
        return MOCK.answer(MockRequest.of("GET", target, fields, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/many|201|1",
                "/only-default|200|d",
                "/only-range|200|r",
                "/only-redirect|302|''",
                "/only-error|503|e",
                "/no-content|204|''",
                "/form|200|a=1&b=x+y",
                "/any|200|{\"a\":1}",
                "/null|200|null",
                "/ref-as-data|200|{\"$ref\":\"#/x\"}",
            })
    void answersWithTheUsualResponse(String target, int status, String body) {
        MockResponse response = get(target);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code=202|202|\"accepted\"",
                "code=404|404|\"none\"",
                "code=404, example=gone|404|\"gone\"",
                "code=503|503|\"range\"",
                "code=5XX|500|\"range\"",
                "code=5xx|500|\"range\"",
                "code=418|418|\"default\"",
                "code=default|500|\"default\"",
                "example=second|201|2",
                "example=gone|404|\"gone\"",
            })
    void answersWhatIsAskedFor(String preference, int status, String body) {
        for (MockResponse response :
                List.of(get("/many", "Prefer: " + preference), get("/many?__" + preference.replace(", ", "&__")))) {
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.text()).isEqualTo(body);
            assertThat(response.header("Preference-Applied")).contains(preference);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code=404|/only-range|code|404|2XX",
                "code=abc|/only-range|code|abc|2XX",
                "code=100|/only-default|code|100|default",
                "example=third|/many|example|third|first, second, none, gone",
                "'code=404, example=first'|/many|example|first|none, gone",
            })
    void saysWhatThereIsWhenSomethingElseIsAskedFor(
            String preference, String target, String what, String asked, String available) {
        MockResponse response = get(target, "Prefer: " + preference);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("Content-Type")).contains("application/problem+json");
        assertThat(response.header("Preference-Applied")).isEmpty();
        assertThat(response.text())
                .isEqualTo(
                        "{\"type\":\"urn:countersign:problem:not-documented\",\"title\":\"What was asked for is not documented\",\"status\":404,\"detail\":\"The preference "
                                + what + " asks for \\\"" + asked + "\\\", which is not documented here. Documented: "
                                + available
                                + ".\",\"available\":[\"" + available.replace(", ", "\",\"") + "\"]}");
    }

    @Test
    void servesTheMediaTypeThatTheClientLikes() {
        MockResponse response = get("/many", "Accept: application/xml, application/json;q=0.9");

        assertThat(response.header("Content-Type")).contains("application/xml");
        assertThat(response.text()).isEqualTo("<a/>");
    }

    @Test
    void servesTheTypeThatTheClientNamesWithinADocumentedRange() {
        MockResponse response = get("/any", "Accept: application/hal+json, text/*;q=0.1");

        assertThat(response.header("Content-Type")).contains("application/hal+json");
        assertThat(response.text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void saysWhichMediaTypesThereAre() {
        MockResponse response = get("/many", "Accept: image/png");

        assertThat(response.status()).isEqualTo(406);
        assertThat(response.text())
                .isEqualTo(
                        "{\"type\":\"urn:countersign:problem:not-acceptable\",\"title\":\"No documented media type is acceptable\",\"status\":406,\"detail\":\"None of the"
                                + " documented media types is acceptable to the client.\","
                                + "\"available\":[\"application/xml\",\"application/json\"]}");
    }

    @Test
    void tellsErrorsInATypeThatTheClientDidNotAskForRatherThanNotAtAll() {
        assertThat(get("/many", "Accept: image/png", "Prefer: code=404").text()).isEqualTo("\"none\"");
    }

    @Test
    void sendsDocumentedHeadersButNoneThatFramesOrSplitsTheMessage() {
        assertThat(get("/many").headers())
                .containsExactly(
                        new Header("Content-Type", "application/json"),
                        new Header("X-List", "1,2"),
                        new Header("X-Object", "a=1,b=x"),
                        new Header("X-Evil", "a  Set-Cookie: b"));
    }

    /** RFC 9110 section 8.3.2: what the contract's charset says is what is sent. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain|\u00fc",
                "application/xml|<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a><b>\u00fc</b></a>",
            })
    void writesTheCharsetOfTheMediaType(String type, String body) {
        assertThat(new String(get("/latin", "Accept:" + type).body(), StandardCharsets.ISO_8859_1))
                .isEqualTo(body);
    }

    @Test
    void decodesBinaryExamples() {
        assertThat(get("/binary").body()).containsExactly(0x89, 'P', 'N', 'G');
    }

    @Test
    void doesNotRepeatHeaderInjectionThroughPreferences() {
        assertThat(get("/only-default?__code=404&__example=%0d%0aX:1").headers())
                .allSatisfy(header -> assertThat(header.value()).doesNotContain("\r", "\n"));
        assertThat(get("/many?__example=second&__code=201%0d%0aX:%201").status())
                .isEqualTo(404);
    }

    /** OAS 3.1 section 4.8.10, RFC 9745. */
    @Test
    void tellsThatAnOperationIsDeprecated() {
        assertThat(get("/old").header("Deprecation")).contains("true");
        assertThat(get("/many").header("Deprecation")).isEmpty();
    }

    /** OAS 3.1 section 4.8.14: a range is sent as a type that it covers. */
    @ParameterizedTest
    @CsvSource({"200, audio/mpeg", "201, application/vnd.example+json", "202, chemical/octet-stream"})
    void sendsATypeWithinTheRange(String code, String type) {
        assertThat(get("/range?__code=" + code).header("Content-Type")).contains(type);
    }

    @Test
    void succeedsWithoutContentWhereNoResponseIsDocumented() {
        assertThat(get("/nothing").status()).isEqualTo(204);
    }
}
