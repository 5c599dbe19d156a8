package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * OAS 3.1 section 4.8.8.2 forbids templates that differ in nothing but names, and public documents have them. What a
 * request holds tells which operation is meant; the first answers where nothing does.
 */
class SharedPathsTest {
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /things/{id}:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                responses: {'200': {description: '', content: {text/plain: {example: by number}}}}
              put:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                requestBody: {content: {application/json: {schema: {type: object, required: [link]}}}}
                responses: {'200': {description: '', content: {text/plain: {example: linked}}}}
            /things/{slug}:
              get:
                parameters: [{name: slug, in: path, required: true, schema: {type: string, pattern: '^[a-z]+$'}}]
                responses: {'200': {description: '', content: {text/plain: {example: by name}}}}
            /things/{id}#remove_link:
              put:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                requestBody: {content: {application/json: {schema: {type: object, properties: {link: {type: 'null'}}, additionalProperties: false}}}}
                responses: {'200': {description: '', content: {text/plain: {example: removed}}}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/things/7||200|by number",
                "GET|/things/seven||200|by name",
                "GET|/things/S3||422|path parameter \\\"id\\\": must be an integer, was a string",
                "PUT|/things/7|{\"link\":\"a\"}|200|linked",
                "PUT|/things/7|{}|200|removed",
                "PUT|/things/7|{\"other\":1}|422|required property \\\"link\\\" is missing",
            })
    void areToldApartByWhatFits(String method, String path, String body, int status, String text) {
        MockRequest request = MockRequest.of(
                method, path, List.of(new Header("Content-Type", "application/json")), body == null ? "" : body);

        assertThat(MOCK.answer(request).status()).isEqualTo(status);
        assertThat(MOCK.answer(request).text()).contains(text);
    }
}
