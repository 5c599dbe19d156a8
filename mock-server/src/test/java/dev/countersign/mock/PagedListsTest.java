package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of which the contract says how they come in pages ({@code x-pagination}). */
class PagedListsTest {
    /** Five items; the example claims that there are more. */
    private static final String ANSWER = "{items: [a, b, c, d, e], total: 45, next: more, note: kept}";

    private static final String SCHEMA =
            "{type: object, required: [items], properties: {items: {type: array, items: {type:"
                    + " string}}, total: {type: integer}, next: NEXT, note: {type: string}}}";

    private static Mock mock(String pagination, String parameters, String schema, String example) {
        return Contracts.mockOfPaths("/a:\n  get:\n    x-pagination: " + pagination + "\n    parameters: " + parameters
                + "\n    responses: {'200': {description: '', content: {application/json: {schema: " + schema
                + ", example: " + example + "}}}}");
    }

    private static Mock mock(String pagination, String parameter, String next) {
        return mock(
                pagination,
                "[{name: position, in: query, schema: " + parameter
                        + "}, {name: limit, in: query, schema: {type: integer}}]",
                SCHEMA.replace("NEXT", next),
                ANSWER);
    }

    private static MockResponse get(Mock mock, String target, Header... headers) {
        MockResponse response = mock.answer(MockRequest.of("GET", target, List.of(headers), ""));
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return response;
    }

    private static JsonNode body(MockResponse response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String items(JsonNode body) {
        return StreamSupport.stream(body.path("items").spliterator(), false)
                .map(JsonNode::asString)
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: page, parameter: position, total: total} | /a | abcde",
                "{type: page, parameter: position, total: total} | /a?limit=2 | ab",
                "{type: page, parameter: position, total: total} | /a?limit=2&position=1 | ab",
                "{type: page, parameter: position, total: total} | /a?limit=2&position=2 | cd",
                "{type: page, parameter: position, total: total} | /a?limit=2&position=3 | e",
                "{type: page, parameter: position, total: total} | /a?limit=2&position=4 | ''",
                "{type: page, parameter: position, total: total} | /a?limit=2&position=2147483647000 | ''",
                "{type: page, parameter: position, total: total} | /a?limit=2&position=-3 | ab",
                "{type: page, parameter: position, total: total} | /a?limit=0 | abcde",
                "{type: page, parameter: position, total: total} | /a?limit=99999999999&position=1 | abcde",
                "{type: page, parameter: position, total: total} | /a?position=2 | ''",
                "{type: page, parameter: position, first: 0, total: total} | /a?limit=2&position=0 | ab",
                "{type: page, parameter: position, first: 0, total: total} | /a?limit=2&position=1 | cd",
                "{type: offset, parameter: position, total: /total} | /a?limit=2&position=1 | bc",
                "{type: offset, parameter: position, total: /total} | /a?position=4 | e",
                "{type: offset, parameter: position, total: /total} | /a?limit=2&position=5 | ''",
            })
    void areCutWhereTheRequestSays(String pagination, String target, String items) {
        JsonNode body = body(get(mock(pagination, "{type: integer}", "{type: string}"), target));

        assertThat(items(body)).isEqualTo(items);
        assertThat(body.path("total").asInt()).isEqualTo(5);
        assertThat(body.path("note").asString()).isEqualTo("kept");
    }

    /** Goes from page to page as the answers say, and returns the items of each. */
    private static List<String> walk(Mock mock, String parameter, String limit) {
        List<String> pages = new ArrayList<>();
        String position = "";
        do {
            JsonNode body = body(get(mock, "/a?" + limit + position));
            SchemaNode schema = mock.contract()
                    .operations()
                    .get(0)
                    .responses()
                    .get(0)
                    .content()
                    .get(0)
                    .schema()
                    .orElseThrow();
            assertThat(Schemas.of(mock.contract())
                            .compile(schema, Direction.RESPONSE)
                            .validate(body))
                    .as(body.toString())
                    .isEmpty();
            pages.add(items(body));
            JsonNode next = body.path("next");
            position = next.isMissingNode() || next.isNull() || next.asString().isEmpty()
                    ? ""
                    : "&" + parameter + "=" + next.asString();
        } while (!position.isEmpty() && pages.size() < 10);
        return pages;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string} | {type: string}",
                "{type: string} | {type: [string, 'null']}",
                "{type: integer} | {type: integer}",
                "{type: string, minLength: 10} | {type: string}",
                "{type: string} | {type: string, format: uuid}",
                "{type: string, format: uuid} | {type: string}",
                "{type: string} | {type: string, pattern: '^c_[a-z]{8}$'}",
                "{type: string} | {oneOf: [{type: string, maxLength: 3}, {type: 'null'}]}",
            })
    void leadFromOneCursorToTheNextWhateverTheSchemas(String parameter, String next) {
        Mock mock = mock("{type: cursor, parameter: position}", parameter, next);

        assertThat(walk(mock, "position", "limit=2")).containsExactly("ab", "cd", "e");
        assertThat(walk(mock, "position", "limit=5")).containsExactly("abcde");
        assertThat(walk(mock, "position", "")).containsExactly("abcde");
    }

    @Test
    void endWithAnEmptyTextWhereTheNextCursorIsRequired() {
        Mock mock = mock(
                "{type: cursor, next: /page/next, items: /data}",
                "[{name: cursor, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: integer}}]",
                "{type: object, required: [data, page], properties: {data: {type: array}, page: {type: object,"
                        + " required: [next], properties: {next: {type: string}}}}}",
                "{data: [1, 2], page: {next: xyz}}");

        assertThat(get(mock, "/a?limit=1").text()).isEqualTo("{\"data\":[1],\"page\":{\"next\":\"1\"}}");
        assertThat(get(mock, "/a?limit=1&cursor=1").text()).isEqualTo("{\"data\":[2],\"page\":{\"next\":\"\"}}");
        assertThat(get(mock, "/a?cursor=unknown").text()).isEqualTo("{\"data\":[],\"page\":{\"next\":\"\"}}");
    }

    @Test
    void haveTheContractsSizeWhereTheRequestSaysNone() {
        Mock mock = mock(
                "{type: page, size: per_page}",
                "[{name: page, in: query, schema: {type: integer}}, {name: per_page, in: query, schema: {type: integer,"
                        + " default: 2}}]",
                "{type: array, items: {type: integer}}",
                "[1, 2, 3]");

        assertThat(get(mock, "/a").text()).isEqualTo("[1,2]");
        assertThat(get(mock, "/a?page=2").text()).isEqualTo("[3]");
        assertThat(get(mock, "/a?page=1&per_page=3").text()).isEqualTo("[1,2,3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: integer}", "{type: string}"})
    void areLinkedInTheHeader(String parameter) {
        Mock mock = Contracts.mockOfPaths("""
                /a:
                  get:
                    x-pagination: {type: link, parameter: 'the page'}
                    parameters:
                      - {name: 'the page', in: query, schema: %s}
                      - {name: limit, in: query, schema: {type: integer}}
                      - {name: q, in: query, schema: {type: string}}
                    responses:
                      '200':
                        description: ''
                        headers: {Link: {schema: {type: string}, example: '<https://api.invalid/a?page=9>; rel="next"'}}
                        content: {application/json: {schema: {type: array, items: {type: integer}}, example: [1, 2, 3]}}
                """.formatted(parameter));
        List<String> pages = new ArrayList<>();
        String target = "/a?q=x%26y&limit=2&__explain=false";
        while (target != null) {
            MockResponse response = get(mock, target);
            pages.add(response.text());
            Matcher link = Pattern.compile("<(.*)>; rel=\"next\"")
                    .matcher(response.header("Link").orElse(""));
            target = link.matches() ? URI.create(link.group(1)).toString() : null;
        }

        assertThat(pages).containsExactly("[1,2]", "[3]");
        assertThat(get(mock, "/a?q=x%26y&limit=2").header("Link"))
                .hasValueSatisfying(link -> assertThat(link).startsWith("</a?q=x%26y&limit=2&the%20page="));
    }

    @Test
    void areLinkedInAPropertyAsItsSchemaWantsIt() {
        Header host = new Header("Host", "mock.test:8080");
        Mock relative = mock("{type: link, parameter: position, next: next}", "{type: integer}", "{type: string}");
        Mock absolute =
                mock("{type: link, parameter: position, next: next}", "{type: integer}", "{type: string, format: uri}");

        assertThat(body(get(relative, "/a?limit=3", host)).path("next").asString())
                .isEqualTo("/a?limit=3&position=2");
        assertThat(body(get(absolute, "/a?limit=3", host)).path("next").asString())
                .isEqualTo("http://mock.test:8080/a?limit=3&position=2");
        assertThat(body(get(absolute, "/a?limit=3&position=2", host)).has("next"))
                .isFalse();
    }

    @Test
    void stayWholeWhereTheRequestNamesItsAnswer() {
        Mock mock = mock("{type: page, parameter: position, total: total}", "{type: integer}", "{type: string}");

        JsonNode asked = body(get(mock, "/a?limit=2", new Header("Prefer", "code=200")));
        assertThat(items(asked)).isEqualTo("abcde");
        assertThat(asked.path("total").asInt()).isEqualTo(45);

        Mock paired = Contracts.mockOfPaths("""
                /a:
                  get:
                    x-pagination: {type: cursor, next: next}
                    parameters:
                      - {name: cursor, in: query, schema: {type: string}, examples: {last: {value: z}}}
                    responses:
                      '200':
                        description: ''
                        content:
                          application/json:
                            schema: {type: object, properties: {items: {type: array}, next: {type: string}}}
                            examples: {first: {value: {items: [1], next: z}}, last: {value: {items: [2], next: end}}}
                """);
        assertThat(get(paired, "/a?cursor=z").text()).isEqualTo("{\"items\":[2],\"next\":\"end\"}");
        assertThat(get(paired, "/a").text()).isEqualTo("{\"items\":[1]}");
    }

    @Test
    void areServedAsTheyAreWhereTheContractIsWrongAboutThem() {
        String parameters = "[{name: limit, in: query, schema: {type: integer}}]";
        String array = "{type: array, items: {type: integer}}";
        for (String pagination : List.of("page", "{type: pages}", "{}", "7", "{type: link, items: x}", "link")) {
            assertThat(get(mock(pagination, parameters, array, "[1, 2]"), "/a?limit=3")
                            .text())
                    .isEqualTo("[1,2]");
        }
    }
}
