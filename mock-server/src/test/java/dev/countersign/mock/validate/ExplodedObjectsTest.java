package dev.countersign.mock.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects whose properties travel one by one, where some are arrays: the standard leaves open how, clients repeat them. */
class ExplodedObjectsTest {
    private static final String SCHEMA =
            "{type: object, properties: {page: {type: integer}, ids: {type: array, items: {type: integer}},"
                    + " sort: {type: array, items: {type: string}}, tag: {type: string}}}";

    private static String read(Validated validated) {
        assertThat(validated.violations()).isEmpty();
        return validated.parameters().values().stream()
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static Validated validated(String parameter, String target, Header... headers) {
        Mock mock = Contracts.mockOfPaths(
                "/a" + (parameter.contains("in: path") ? "/{p}" : "") + ": {get: {parameters: [" + parameter + "]}}");
        return mock.walk(MockRequest.of("GET", target, List.of(headers), ""))
                .validated()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=0&size=2&sort=name,desc | {\"page\":0,\"sort\":[\"name,desc\"]}",
                "page=0&sort=a,asc&sort=b,desc | {\"page\":0,\"sort\":[\"a,asc\",\"b,desc\"]}",
                "ids=1 | {\"ids\":[1]}",
                "ids=1&ids=2 | {\"ids\":[1,2]}",
                "ids[]=1&ids%5B%5D=2 | {\"ids\":[1,2]}",
                "tag=a&ids=3&tag=b | {\"tag\":\"b\",\"ids\":[3]}",
            })
    void takeOneValueOrManyInTheQuery(String query, String value) {
        assertThat(read(validated("{name: p, in: query, schema: " + SCHEMA + "}", "/a?" + query)))
                .isEqualTo(value);
    }

    @Test
    void takeThemInEveryOtherPlace() {
        String simple = "{name: p, in: %s, required: true, explode: %s, schema: " + SCHEMA + "}";

        assertThat(read(validated(simple.formatted("path", "true"), "/a/ids=1,ids=2,page=3")))
                .isEqualTo("{\"ids\":[1,2],\"page\":3}");
        assertThat(read(validated(simple.formatted("path", "false"), "/a/ids,1,page,3")))
                .isEqualTo("{\"ids\":[1],\"page\":3}");
        assertThat(read(validated(simple.formatted("header", "true"), "/a", new Header("p", "ids=1, page=3"))))
                .isEqualTo("{\"ids\":[1],\"page\":3}");
        assertThat(read(validated(simple.formatted("cookie", "true"), "/a", new Header("Cookie", "ids=1; ids=2"))))
                .isEqualTo("{\"ids\":[1,2]}");
    }

    @Test
    void takeArraysAmongOtherPropertiesToo() {
        String open =
                "{name: p, in: query, schema: {type: object, additionalProperties: {type: array, items: {type: integer}}}}";

        assertThat(read(validated(open, "/a?x=1&y=2&x=3"))).isEqualTo("{\"x\":[1,3],\"y\":[2]}");
    }

    @ParameterizedTest
    @CsvSource({"ids=x,/ids/0", "ids=1&ids=x,/ids/1", "page=x,/page"})
    void sayWhichItemIsWrong(String query, String pointer) {
        assertThat(validated("{name: p, in: query, schema: " + SCHEMA + "}", "/a?" + query)
                        .violations())
                .extracting(Violation::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ids=1 | {\"ids\":[1]}",
                "ids=1&ids=2&tag=x | {\"ids\":[1,2],\"tag\":\"x\"}",
                "filter[ids]=1&filter[ids]=2 | {\"filter\":{\"ids\":[1,2]}}",
                "other=1&other=2 | {\"other\":[1,2]}",
                "ids=1&limit=2 | {\"ids\":[1],\"filter\":{\"ids\":[1],\"limit\":2}}",
            })
    void takeThemInForms(String form, String value) {
        Mock mock = Contracts.mockOfPaths("""
                /a:
                  post:
                    requestBody:
                      content:
                        application/x-www-form-urlencoded:
                          schema:
                            type: object
                            properties:
                              ids: {type: array, items: {type: integer}}
                              tag: {type: string}
                              filter: {type: object, properties: {ids: {type: array, items: {type: integer}}, limit: {type: integer}}}
                            additionalProperties: {type: array, items: {type: integer}}
                """);
        Validated validated = mock.walk(MockRequest.of(
                        "POST", "/a", List.of(new Header("Content-Type", "application/x-www-form-urlencoded")), form))
                .validated()
                .orElseThrow();

        assertThat(validated.violations()).isEmpty();
        assertThat(validated.body().orElseThrow()).hasToString(value);
    }

    /** The object is optional, and to take the other parameter for a part of it would make it incomplete. */
    @Test
    void doNotTakeWhatBelongsToAnotherParameterAlone() {
        Mock mock = Contracts.mockOfPaths("""
                /a:
                  get:
                    parameters:
                      - {name: id, in: query, schema: {type: integer}}
                      - {name: f, in: query, schema: {type: object, required: [name], properties: {id: {type: integer}, name: {type: string}}}}
                """);

        assertThat(mock.answer(MockRequest.of("GET", "/a?id=1", List.of(), "")).status())
                .isEqualTo(204);
        assertThat(mock.walk(MockRequest.of("GET", "/a?id=1&name=x", List.of(), ""))
                        .validated()
                        .orElseThrow()
                        .parameters()
                        .values())
                .extracting(Object::toString)
                .containsExactly("1", "{\"id\":1,\"name\":\"x\"}");
    }

    /** A parameter that its template does not name never arrives, whatever letters the two have in common. */
    @ParameterizedTest
    @CsvSource({
        "/pets/{pet_id}, id, /pets/1",
        "/users/{x}, user, /users/1",
        "/users/{x}, users, /users/1",
        "/shops/{shopId}, shop_id, /shops/1",
        "/f/{proxy+}, proxy, /f/x/y",
        "/f/{proxy+}, proxy+, /f/x/y",
        "'/a/{id:[0-9]+}', 'id:[0-9]+', /a/1",
        "/a/{ id }, id, /a/1",
    })
    void pathParametersThatTheTemplateLacksAreNotDemanded(String template, String name, String path) {
        Mock mock = Contracts.mockOfPaths("'" + template + "': {get: {parameters: [{name: '" + name
                + "', in: path, required: true, schema: {type: string}}]}}");

        assertThat(mock.answer(MockRequest.of("GET", path, List.of(), "")).status())
                .isEqualTo(204);
    }

    @Test
    void pathParametersThatTheTemplateHasAreHeldAgainstTheirSchema() {
        String patterned =
                "'/a/{id:.*}': {get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}]}}";

        assertThat(Contracts.mockOfPaths(patterned)
                        .answer(MockRequest.of("GET", "/a/x", List.of(), ""))
                        .status())
                .isEqualTo(422);
        assertThat(Contracts.mockOfPaths(patterned)
                        .answer(MockRequest.of("GET", "/a/7", List.of(), ""))
                        .status())
                .isEqualTo(204);
    }
}
