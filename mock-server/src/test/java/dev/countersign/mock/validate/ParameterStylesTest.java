package dev.countersign.mock.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The tables of OAS 3.1 section 4.8.12.3 and OAS 3.2 section 4.12 (Style Values), with typed values, read off the wire. */
class ParameterStylesTest {
    private static final String STRING = "{type: string}";
    private static final String ARRAY = "{type: array, items: {type: integer}}";
    private static final String OBJECT =
            "{type: object, properties: {R: {type: integer}, G: {type: integer}, on: {type: boolean}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix, false|string|;color=blue|'\"blue\"'",
                "matrix, false|string|;color|'\"\"'",
                "matrix, false|array|;color=1,2|[1,2]",
                "matrix, true|array|;color=1;color=2|[1,2]",
                "matrix, false|object|;color=R,100,G,200|{\"R\":100,\"G\":200}",
                "matrix, false|string|;c%6Flor=blue|'\"blue\"'",
                "matrix, true|object|;R=100;G=200|{\"R\":100,\"G\":200}",
                "label, false|string|.blue|'\"blue\"'",
                "label, false|array|.1,2|[1,2]",
                "label, true|array|.1.2|[1,2]",
                "label, false|object|.R,100,G,200|{\"R\":100,\"G\":200}",
                "label, true|object|.R=100.G=200|{\"R\":100,\"G\":200}",
                "label, true|object|.R=100.name=a.b|{\"R\":100,\"name\":\"a.b\"}",
                "simple, false|string|bl%2Cue|'\"bl,ue\"'",
                "simple, false|array|1,2|[1,2]",
                "simple, false|array|1%2C2|[1,2]",
                "simple, false, x-collectionFormat: ssv|array|1%202|[1,2]",
                "simple, false, x-collectionFormat: pipes|array|1%7C2|[1,2]",
                "simple, false, x-collectionFormat: tsv|array|1%092|[1,2]",
                "simple, false|object|R,100,on,true|{\"R\":100,\"on\":true}",
                "simple, true|object|R=100,on=true|{\"R\":100,\"on\":true}",
                "simple, true|object|R=100%2Con=true|{\"R\":100,\"on\":true}",
                "simple, true|object|more=a%3Db%2Cc|{\"more\":\"a=b,c\"}",
            })
    void readsPaths(String style, String type, String path, String expected) {
        assertThat(value(parameter("path", style, type), "/a/" + path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form, true|string|color=blue|'\"blue\"'",
                "form, true|string|color=a+b%26c|'\"a b&c\"'",
                "form, true|string|other=1|<none>",
                "form, true|array|color=1&color=2|[1,2]",
                "form, true|array|color=1|[1]",
                "form, true|array|color[]=1&color[]=2|[1,2]",
                "form, false|array|color=1,2|[1,2]",
                "form, false|array|color=1%2C2|[1,2]",
                "form, true|object|R=100&on=true&x=1|{\"R\":100,\"on\":true}",
                "form, true|map|a=1&__code=404&b=2|{\"a\":1,\"b\":2}",
                "form, false|object|color=R,100,on,true|{\"R\":100,\"on\":true}",
                "spaceDelimited, false|array|color=1%202|[1,2]",
                "spaceDelimited, false|array|color=1+2|[1,2]",
                "pipeDelimited, false|array|color=1%7C2|[1,2]",
                "pipeDelimited, false|array|color=1|[1]",
                "form, false, x-collectionFormat: tsv|array|color=1%092|[1,2]",
                "deepObject, true|object|color[R]=100&color[on]=true|{\"R\":100,\"on\":true}",
                "deepObject, true|object|color%5BR%5D=100|{\"R\":100}",
                "deepObject, true|object|color[more][deep]=x|{\"more\":{\"deep\":\"x\"}}",
                "deepObject, true|object|color[more][]=x&color[more][]=y|{\"more\":[\"x\",\"y\"]}",
                "deepObject, true|object|color[more][0][a]=x&color[more][0][b]=y&color[more][1][a]=z|{\"more\":[{\"a\":\"x\",\"b\":\"y\"},{\"a\":\"z\"}]}",
                "deepObject, true|object|color[more][][a]=x&color[more][][b]=y&color[more][][a]=z|{\"more\":[{\"a\":\"x\",\"b\":\"y\"},{\"a\":\"z\"}]}",
                "deepObject, true|object|color[more][0]=x&color[more][k]=y|{\"more\":[\"x\",\"y\"]}",
                "deepObject, true|map|color[1]=1&color[2]=2|{\"1\":1,\"2\":2}",
                "deepObject, true|array|color[0]=1&color[1]=2|[1,2]",
            })
    void readsQueries(String style, String type, String query, String expected) {
        assertThat(value(parameter("query", style, type), "/a?" + query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simple, false|string|a%20b|'\"a%20b\"'",
                "simple, false|array|1, 2|[1,2]",
                "simple, false, x-collectionFormat: ssv|array|1 2|[1,2]",
                "simple, false, x-collectionFormat: pipes|array|'1|2'|[1,2]",
                "simple, false|object|R,100,on,true|{\"R\":100,\"on\":true}",
                "simple, true|object|R=100,on=true|{\"R\":100,\"on\":true}",
            })
    void readsHeaders(String style, String type, String field, String expected) {
        assertThat(value(parameter("header", style, type), "/a", new Header("COLOR", field)))
                .isEqualTo(expected);
    }

    @Test
    void readsHeadersThatTabsSeparate() {
        String parameter = parameter("header", "simple, false, x-collectionFormat: tsv", "array");
        assertThat(value(parameter, "/a", new Header("color", "1\t2"))).isEqualTo("[1,2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form, true|string|x=1; color=blue|'\"blue\"'",
                "form, false|array|color=1,2|[1,2]",
                "form, false|object|color=R,100,on,true|{\"R\":100,\"on\":true}",
                "form, true|string|color=a+b%2B==|'\"a+b+==\"'",
                "form, true|array|color=1&color=2|[1,2]",
                "form, true|array|color=1; color=2|[1,2]",
                "form, true|object|R=100&on=true|{\"R\":100,\"on\":true}",
                "form, true|object|R=100; on=true|{\"R\":100,\"on\":true}",
                "cookie, true|string|color=a%20b+c|'\"a%20b+c\"'",
                "cookie, true|array|color=1; color=2|[1,2]",
                "cookie, false|array|color=1,2|[1,2]",
                "cookie, true|object|R=100; on=true|{\"R\":100,\"on\":true}",
                "cookie, false|object|color=R,100,on,true|{\"R\":100,\"on\":true}",
            })
    void readsCookies(String style, String type, String field, String expected) {
        assertThat(value(parameter("cookie", style, type), "/a", new Header("Cookie", field)))
                .isEqualTo(expected);
    }

    private static String parameter(String in, String style, String type) {
        String[] parts = style.split(", ", 2);
        String schema =
                switch (type) {
                    case "array" -> ARRAY;
                    case "object" -> OBJECT;
                    case "map" -> "{type: object, additionalProperties: {type: integer}}";
                    default -> STRING;
                };
        return "{name: color, in: %s, required: %s, style: %s, explode: %s, schema: %s}"
                .formatted(in, in.equals("path"), parts[0], parts[1], schema);
    }

    private static String value(String parameter, String target, Header... headers) {
        String path = parameter.contains("in: path") ? "/a/{color}" : "/a";
        Contract contract = Contracts.ofPaths(path + ": {get: {parameters: [" + parameter + "]}}");
        MockRequest request = MockRequest.of("GET", target, List.of(headers), "");
        RouteResult.Matched route =
                (RouteResult.Matched) RouteTable.of(contract).route("GET", request.path());
        Operation operation = route.operation();
        Validated validated = RequestValidator.of(operation, contract, Schemas.of(contract))
                .validate(request, route.pathValues(), Strictness.LENIENT);
        assertThat(validated.violations()).isEmpty();
        return validated.parameters().values().stream()
                .findFirst()
                .map(node -> JsonMapper.shared().writeValueAsString(node))
                .orElse("<none>");
    }

    /** RFC 6570 section 2.2: some documents call a parameter by its operator, too. */
    @Test
    void readsPathParametersThatAreNamedWithTheirOperator() {
        Contract contract = Contracts.ofPaths("""
                /a{.format}:
                  get:
                    parameters: [{name: .format, in: path, required: true, schema: {enum: [.json]}}]
                    responses: {'204': {description: ''}}
                """);
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);

        assertThat(mock.answer(MockRequest.of("GET", "/a.json", List.of(), "")).status())
                .isEqualTo(204);
        assertThat(mock.answer(MockRequest.of("GET", "/a.xml", List.of(), "")).status())
                .isEqualTo(422);
    }
}
