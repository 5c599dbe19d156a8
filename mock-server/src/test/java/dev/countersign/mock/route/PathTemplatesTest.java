package dev.countersign.mock.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Templates as frameworks write them, and requests that encode more than they need to (RFC 3986 section 2.3). */
class PathTemplatesTest {

    private static String route(String template, String path) {
        RouteResult result = RouteTable.of(Contracts.ofPaths("'" + template.replace("'", "''") + "': {get: {}}"))
                .route("GET", path);
        return result instanceof RouteResult.Matched matched
                ? new TreeMap<>(matched.pathValues()).toString()
                : result.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a/{ id } | /a/7 | {id=7}",
                "/a/{id }.json | /a/7.json | {id=7}",
                // Patterns: express, JAX-RS, Spring, Micronaut.
                "/a/{id:[0-9]+} | /a/12 | {id=12}",
                "/a/{id:[0-9]+} | /a/x | NotFound",
                "/a/{ id : [0-9]{2} } | /a/12 | {id=12}",
                "/a/{ id : [0-9]{2} } | /a/123 | NotFound",
                "/a/{id:\\d+}.json | /a/12.json | {id=12}",
                "/a/{id:\\d+}.json | /a/x.json | NotFound",
                "/a/{id:[a-z]+} | /a/%78 | {id=%78}",
                "/a/{id:[^/]+}/b | /a/x/b | {id=x}",
                "/a/{id:(} | /a/x | {id=x}",
                // Lengths and names of types are no patterns: RFC 6570, ASP.NET.
                "/a/{id:3} | /a/abcdef | {id=abcdef}",
                "/a/{id:int} | /a/12 | {id=12}",
                "/a/{id:int:min(1)} | /a/12 | {id=12}",
                "/a/{id=5} | /a/12 | {id=12}",
                "/a/{id?} | /a/12 | {id=12}",
                // Several segments.
                "/f/{proxy+} | /f/x | {proxy=x}",
                "/f/{proxy+} | /f/x/y/z | {proxy=x/y/z}",
                "/f/{proxy+} | /f/x%2Fy/z%20 | {proxy=x%2Fy/z%20}",
                "/f/{proxy+} | /f/x/ | {proxy=x/}",
                "/f/{proxy+} | /f/http://h/x | {proxy=http://h/x}",
                "/f/{proxy+} | /f | NotFound",
                "/f/{proxy+} | /f/ | NotFound",
                "/{proxy+} | /x/y | {proxy=x/y}",
                "/f/{+path} | /f/x/y | {path=x/y}",
                "/f/{path*} | /f/x/y | {path=x/y}",
                "/f/{*path} | /f/x/y | {path=x/y}",
                "/f/{**path} | /f/x/y | {path=x/y}",
                "/f/{path:.*} | /f/x/y | {path=x/y}",
                "/f/{path:.+} | /f/x/y | {path=x/y}",
                "/f/{path:[a-z/]+} | /f/x/y | {path=x/y}",
                "/f/{path:[a-z/]+} | /f/x/7 | NotFound",
                "/f/{path*}/meta | /f/x/y/meta | {path=x/y}",
                "/f/{path*}/meta/{id} | /f/x/y/meta/7 | {id=7, path=x/y}",
                "/f/{path*}/meta/{id} | /f/x/y/meta/7/ | {id=7, path=x/y}",
                "/f/{path*}/meta | /f/meta/meta | {path=meta}",
                "/f/{a+}/to/{b+} | /f/x/y/to/z | {a=x/y, b=z}",
                "/v/{;id*} | /v/;id=1 | {id=;id=1}",
                // Google.
                "/b/{name=projects/*} | /b/projects/x | {name=projects/x}",
                "/b/{name=projects/*} | /b/projects/x/y | NotFound",
                "/b/{name=projects/*} | /b/others/x | NotFound",
                "/b/{name=projects/*/things/*}/rest | /b/projects/x/things/y/rest | {name=projects/x/things/y}",
                "/b/{name=projects/*}:cancel | /b/projects/x:cancel | {name=projects/x}",
                "/b/{name=projects/*}:cancel | /b/projects/x | NotFound",
                "/b/{name=projects/**} | /b/projects/x/y | {name=projects/x/y}",
                "/b/{name=**} | /b/x/y | {name=x/y}",
                "/b/{name=*} | /b/x | {name=x}",
                // Braces that do not close are text.
                "/a/{id/b | /a/%7Bid/b | {}",
            })
    void areReadAsTheirAuthorsMeanThem(String template, String path, String values) {
        assertThat(route(template, path)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/geo/{lat},{lon} | /geo/1.5,-2 | {lat=1.5, lon=-2}",
                "/geo/{lat},{lon} | /geo/1.5%2C-2 | {lat=1.5, lon=-2}",
                "/geo/{lat},{lon} | /geo/1%2c5%2c-2 | {lat=1, lon=5%2c-2}",
                "/geo/{lat},{lon} | /geo/1%2C5,-2 | {lat=1%2C5, lon=-2}",
                "/report.{format} | /report%2Epdf | {format=pdf}",
                "/report.{format} | /rep%6Frt.pdf | {format=pdf}",
                "/Things('{id}') | /Things(%27a%27) | {id=a}",
                "/Things('{id}') | /Things%28'a%2Fb'%29 | {id=a%2Fb}",
                "/v/{a}-{b} | /v/1%2D2 | {a=1, b=2}",
                "/prix{n}€ | /prix5%E2%82%AC | {n=5}",
                "/é{n} | /%C3%A9%C3%A8 | {n=%C3%A8}",
                "/a%20{n} | /a%20x%20y | {n=x%20y}",
                "/x{n} | /x%zz | {n=%zz}",
                "/x,{n} | /x%2C%F0%9F%98%80 | {n=%F0%9F%98%80}",
                "/plain,literal | /plain%2Cliteral | {}",
            })
    void meetEncodedTextBesideParameters(String template, String path, String values) {
        assertThat(route(template, path)).isEqualTo(values);
    }

    @Test
    void aPathWithoutItsSlashIsServedBelowEachServerAllTheSame() {
        RouteTable table = RouteTable.of(Contracts.parse("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                servers: [{url: /v1}]
                paths:
                  noslash: {get: {operationId: a}}
                  no/{id}: {get: {operationId: b}}
                  x-not-a-path: {get: {operationId: c}}
                """));

        assertThat(table.route("GET", "/noslash")).isInstanceOf(RouteResult.Matched.class);
        assertThat(table.route("GET", "/v1/noslash")).isInstanceOf(RouteResult.Matched.class);
        assertThat(table.route("GET", "/no/7"))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.pathValues()).isEqualTo(Map.of("id", "7")));
        assertThat(table.route("GET", "/x-not-a-path")).isInstanceOf(RouteResult.NotFound.class);
    }

    /** The more a template fixes, the earlier it is tried; one that takes everything comes last. */
    @ParameterizedTest
    @CsvSource({
        "/f/fixed, literal",
        "/f/7, pattern",
        "/f/x, variable",
        "/f/x/y, several",
        "/f/7/more, below",
        "/other, all",
    })
    void theMostConcreteTemplateAnswers(String path, String id) {
        RouteTable table = RouteTable.of(Contracts.ofPaths("""
                '/{all+}': {get: {operationId: all}}
                '/f/{rest+}': {get: {operationId: several}}
                '/f/{id}': {get: {operationId: variable}}
                '/f/{id}/more': {get: {operationId: below}}
                '/f/{id:[0-9]+}': {get: {operationId: pattern}}
                '/f/fixed': {get: {operationId: literal}}
                """));

        assertThat(table.route("GET", path))
                .isInstanceOfSatisfying(
                        RouteResult.Matched.class,
                        matched -> assertThat(matched.operation().id()).isEqualTo(id));
    }

    /** Long paths and large documents are no reason to compare everything with everything. */
    @Test
    void aLongPathThatFitsNothingIsNotFound() {
        RouteTable table = RouteTable.of(Contracts.ofPaths(IntStream.range(0, 300)
                .mapToObj(i -> "'/a" + i + "/{x+}/end/of/a/long/path': {get: {}}")
                .collect(Collectors.joining("\n"))));

        assertThat(table.route("GET", "/a7" + "/x".repeat(20_000))).isInstanceOf(RouteResult.NotFound.class);
        assertThat(table.route("GET", "/a7/x/end/of/a/lang/path"))
                .isInstanceOfSatisfying(
                        RouteResult.NotFound.class,
                        missed -> assertThat(missed.nearMisses()).first().isEqualTo("GET /a7/{x+}/end/of/a/long/path"));
    }

    /** Whatever stands in a template and in a path, the answer is a route or none. */
    @Test
    void noTemplateAndNoPathIsTooOdd() {
        String letters = "{}{}:+*=?/%2C.a[0-9]\\(|";
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            String template = "/" + text(letters, random);
            RouteTable table = RouteTable.of(contract(template));
            String path = "/"
                    + (i % 2 == 0
                            ? text(letters, random)
                            : template.replaceAll("\\{[^{}/]*}", "a").substring(1));

            found += table.route("GET", path) instanceof RouteResult.Matched ? 1 : 0;
        }
        assertThat(found).isGreaterThan(300);
    }

    private static Contract contract(String template) {
        Operation operation = new Operation(
                "one",
                "GET",
                template,
                List.of(),
                "",
                "",
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Server("/", "", Map.of())),
                Optional.empty(),
                "/paths/one/get");
        return new Contract(
                "T",
                "1",
                Dialect.OPENAPI_3_1,
                List.of(),
                List.of(operation),
                Map.of(),
                JsonNodeFactory.instance.objectNode());
    }

    private static String text(String letters, Random random) {
        return random.ints(random.nextInt(16), 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
