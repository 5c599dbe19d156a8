package dev.countersign.mock.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 sections 4.8.5 (servers) and 4.8.8 (paths); RFC 3986 section 2 (encoding). */
class RouteTableTest {
    private final RouteTable table = RouteTable.of(Contracts.parse("""
            openapi: 3.1.0
            info: {title: Routes, version: '1'}
            servers:
              - url: https://example.test/api/{version}/
                variables: {version: {default: v1, enum: [v1, v2]}}
              - url: /relative
            paths:
              /pets: {get: {operationId: list}, post: {operationId: create}}
              /pets/mine: {get: {operationId: mine}}
              /pets/{id}: {get: {operationId: one}, delete: {operationId: remove}}
              /pets/{id}/toys/{toy}: {get: {operationId: toy}}
              /reports/{year}-{month}.{format}: {get: {operationId: report}}
              /reports/latest.json: {get: {operationId: latest}}
              /reports/{name}: {get: {operationId: named}}
              /tags#arn: {get: {operationId: ofArn}}
              /tags#arn&key: {get: {operationId: ofArnAndKey}}
              /images: {post: {operationId: byAddress, requestBody: {content: {application/json: {}}}}}
              /images#overload=stream: {post: {operationId: byOctets, requestBody: {content: {image/*: {}}}}}
              /#X-Action=Create: {post: {operationId: creates}}
              /#X-Action=Delete: {post: {operationId: deletes}}
              /shows?today=yes: {get: {operationId: ofToday}}
              /shows: {get: {operationId: shows}}
              /stages/#stage/things: {get: {operationId: staged}}
              /files/{id}{extension}: {get: {operationId: file}}
              /with space/{id}: {get: {operationId: space}}
              /slash/: {get: {operationId: slash}}
              /: {get: {operationId: root}}
              /{any}/deep: {post: {operationId: deep}}
            """));

    @ParameterizedTest
    @CsvSource({"/shows?today=yes, ofToday", "/shows?today=no, shows", "/shows, shows", "/shows?a=b&today=yes, ofToday"
    })
    void aQueryInATemplateTellsOperationsApart(String target, String operation) {
        RouteResult result = table.route(MockRequest.of("GET", target, List.of(), ""));

        assertThat(result)
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.operation().id()).isEqualTo(operation));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /pets, list",
        "POST, /pets, create",
        "GET, /pets/, list",
        "GET, /pets/mine, mine",
        "GET, /pets/m%69ne, mine",
        "GET, /pets/7, one",
        "GET, /pets/a%2Fb, one",
        "HEAD, /pets/7, one",
        "DELETE, /pets/mine, remove",
        "GET, /pets/7/toys/ball, toy",
        "GET, /reports/2026-11.pdf, report",
        "GET, /reports/latest.json, latest",
        "GET, /reports/other, named",
        "GET, /with%20space/1, space",
        "GET, /slash/, slash",
        "GET, /slash, slash",
        "GET, /, root",
        "POST, /pets/deep, deep",
        "GET, /api/v1/pets, list",
        "GET, /api/v2/pets/7, one",
        "GET, /relative/pets/mine, mine",
        "GET, /stages/%23stage/things, staged",
    })
    void findsTheMostConcreteOperation(String method, String path, String id) {
        assertThat(table.route(method, path))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.operation().id()).isEqualTo(id));
    }

    @Test
    void keepsPathValuesEncodedBecauseTheirDelimitersAre() {
        assertThat(table.route("GET", "/pets/a%2Cb,c/toys/x%20y"))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.pathValues()).isEqualTo(Map.of("id", "a%2Cb,c", "toy", "x%20y")));
    }

    @Test
    void splitsSeveralParametersInOneSegment() {
        assertThat(table.route("GET", "/reports/2026-11.pdf"))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.pathValues())
                                .isEqualTo(Map.of("year", "2026", "month", "11", "format", "pdf")));
    }

    @ParameterizedTest
    @CsvSource({"/files/a.tar.gz, a.tar, .gz", "/files/ab, a, b", "/files/.gz, ., gz"})
    void letsTheLastDotPartParametersThatNothingParts(String path, String id, String extension) {
        assertThat(table.route("GET", path))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched ->
                                assertThat(matched.pathValues()).isEqualTo(Map.of("id", id, "extension", extension)));
    }

    /** No fragment travels (RFC 9110 section 4.2.5): what it names is looked for in query and headers. */
    @ParameterizedTest
    @CsvSource({
        "GET, /tags?arn=1, '', ofArn",
        "GET, /tags?key=2&arn=1, '', ofArnAndKey",
        "GET, /tags?key=2, '', ofArn",
        "POST, /, Create, creates",
        "POST, /, Delete, deletes",
        "POST, /, Other, creates",
        "POST, /?X-Action=Delete, '', deletes",
        "GET, /, Create, root",
    })
    void tellsOperationsOfOnePathApartByTheirFragments(String method, String target, String action, String id) {
        List<Header> headers = action.isEmpty() ? List.of() : List.of(new Header("X-Action", action));

        assertThat(table.route(MockRequest.of(method, target, headers, "")))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.operation().id()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource({"application/json, byAddress", "image/png, byOctets", "text/csv, byAddress"})
    void tellsOperationsOfOnePathApartByTheBodiesThatTheyTake(String type, String id) {
        List<Header> headers = List.of(new Header("Content-Type", type));

        assertThat(table.route(MockRequest.of("POST", "/images", headers, "")))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.operation().id()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource({"/api/v3/pets", "/pets//toys/ball", "/unknown/x/y", "/reports/", "/api"})
    void findsNothingForUnknownPaths(String path) {
        assertThat(table.route("GET", path)).isInstanceOf(RouteResult.NotFound.class);
    }

    @Test
    void listsNearMissesTheClosestFirst() {
        assertThat(table.route("GET", "/pet/mine"))
                .isInstanceOfSatisfying(
                        RouteResult.NotFound.class,
                        miss -> assertThat(miss.nearMisses()).startsWith("GET /pets/mine"));
    }

    @Test
    void listsTheMethodsOfAPath() {
        assertThat(table.route("PUT", "/pets/7"))
                .isEqualTo(new RouteResult.MethodNotAllowed(List.of("DELETE", "GET", "HEAD", "OPTIONS")));
    }
}
