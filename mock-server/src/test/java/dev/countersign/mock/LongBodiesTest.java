package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.validate.Strictness;
import dev.countersign.mock.validate.Validated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Long JSON is checked while it is read, and is answered as short JSON is. White space makes the same value long. */
class LongBodiesTest {
    private static final String SPACE = " ".repeat(100_000);
    private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));
    private static final String SCHEMA =
            "{type: object, required: [items], maxProperties: 3, properties: {note: {type: string},"
                    + " items: {type: array, minItems: 1, items: {type: object, required: [id], properties: {id: {type: integer},"
                    + " email: {type: string, format: email}, price: {type: number, maximum: 10}}}}}}";
    private static final String PATHS = """
            /a:
              post:
                requestBody: {content: {%2$s: {schema: %1$s}}}
                responses: {'200': {description: '', content: {application/json: {schema: %1$s}}}}
            """;
    private static final Mock MOCK = Contracts.mockOfPaths(PATHS.formatted(SCHEMA, "application/json"));
    private static final Mock ANY = Contracts.mockOfPaths(PATHS.formatted(SCHEMA, "'*/*'"));
    private static final Mock STRICT = Mock.compile(
            Contracts.ofPaths(PATHS.formatted(SCHEMA, "application/json")),
            MockOptions.DEFAULTS.with(Strictness.STRICT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items':[{'id':1,'email':'a@b.de','price':9.99},{'id':2}],'note':'x'}",
                "{'items':[{'id':1.0,'price':-1E-3}]}",
                "{'items':[{'id':1},{'id':1.5,'email':'a'},{'price':10.01}]}",
                "{'items':[]}",
                "{'note':'x'}",
                "{'items':null}",
                "{'items':[1],'a':1,'b':2,'c':3}",
                "{'items':[{'id':1,'id':2}]}",
                "{'items':[{}],'items':[{'id':1}]}",
                "{'items':[{'id':1}],'items':[{}]}",
                "{'items':[{'id':1,}]}",
                "{'items':[{'id':01}]}",
                "{'items':[{'id':1}]} {}",
                "[]",
                "1",
            })
    void areAnsweredAsShortOnesAre(String written) {
        String text = written.replace('\'', '"');
        for (Mock mock : List.of(MOCK, ANY, STRICT)) {
            Explanation asShort = mock.walk(MockRequest.of("POST", "/a", JSON, text));
            Explanation asLong = mock.walk(MockRequest.of("POST", "/a", JSON, text + SPACE));

            assertThat(asLong.reply().text()).isEqualTo(asShort.reply().text());
            assertThat(asLong.reply().headers()).isEqualTo(asShort.reply().headers());
            Validated validated = asLong.validated().orElseThrow();
            Validated expected = asShort.validated().orElseThrow();
            assertThat(validated.verdict()).isEqualTo(expected.verdict());
            assertThat(validated.violations()).isEqualTo(expected.violations());
            assertThat(validated.notes()).isEqualTo(expected.notes());
            assertThat(validated.body()).isEqualTo(expected.body());

            MockResponse answer = new MockResponse(200, JSON, text.getBytes(StandardCharsets.UTF_8));
            MockResponse longer = new MockResponse(200, JSON, (text + SPACE).getBytes(StandardCharsets.UTF_8));
            assertThat(mock.violations(mock.contract().operations().get(0), longer))
                    .isEqualTo(mock.violations(mock.contract().operations().get(0), answer));
        }
    }

    @Test
    void theValueOfALongBodyIsThereForThoseWhoAsk() {
        String text = IntStream.range(0, 5_000)
                .mapToObj(id -> "{\"id\":" + id + ",\"price\":" + id % 10 + ".5}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"))
                .replace("9.5", "9.50");

        JsonNode body = MOCK.walk(MockRequest.of("POST", "/a", JSON, text))
                .validated()
                .orElseThrow()
                .body()
                .orElseThrow();

        assertThat(body.path("items").size()).isEqualTo(5_000);
        assertThat(body.path("items").get(4_999)).hasToString("{\"id\":4999,\"price\":9.50}");
    }

    @Test
    void whatIsWrongAtTheEndOfALongBodyIsNamed() {
        String text = IntStream.rangeClosed(0, 5_000)
                .mapToObj(id -> "{\"id\":" + (id == 5_000 ? "\"x\"" : id) + "}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));

        MockResponse response = MOCK.answer(MockRequest.of("POST", "/a", JSON, text));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text())
                .contains("\"pointer\":\"/items/5000/id\"")
                .contains("must be an integer, was a string");
    }
}
