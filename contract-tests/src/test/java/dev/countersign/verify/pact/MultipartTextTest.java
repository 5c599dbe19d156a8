package dev.countersign.verify.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.pact.ValueSchemas;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MultipartTextTest {
    @ParameterizedTest
    @CsvSource({"'image/png, image/jpeg', image/png", "image/*, application/octet-stream"})
    void aFileHasTheFirstMediaTypeThatTheContractNames(String declared, String sent) {
        SchemaNode schema = SchemaNode.anything("")
                .insteadOf(tree("{\"properties\": {\"file\": {\"type\": \"string\", \"format\": \"binary\"}}}"));

        String text = MultipartText.of(
                tree("{\"file\": \"bytes\"}"), ValueSchemas.of(Stream.of(schema)), name -> Optional.of(declared));

        assertThat(text)
                .isEqualTo("--countersign-boundary\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                        + "Content-Type: " + sent + "\r\n\r\nbytes\r\n--countersign-boundary--\r\n");
    }

    /** What OpenAPI 3.1 calls a file, and what only looks like one: the media type sent, and whether with a file's name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contentMediaType': 'image/png'}||application/octet-stream|true",
                "{'contentMediaType': 'image/png', 'contentEncoding': 'binary'}||application/octet-stream|true",
                "{'contentMediaType': 'image/png', 'contentEncoding': 'base64'}||text/plain; charset=utf-8|false",
                "{'contentMediaType': 'image/svg+xml'}||text/plain; charset=utf-8|false",
                "{}|image/png|image/png|true",
                "{}|text/csv|text/csv|false",
                "{'format': 'date'}|image/png|image/png|false",
                "{}||text/plain; charset=utf-8|false",
            })
    void aFileIsWhatTheContractCallsOne(String schema, String declared, String sent, boolean file) {
        SchemaNode whole = SchemaNode.anything("")
                .insteadOf(tree("{\"properties\": {\"part\": " + schema.replace('\'', '"') + "}}"));

        String text = MultipartText.of(
                tree("{\"part\": \"a\"}"), ValueSchemas.of(Stream.of(whole)), name -> Optional.ofNullable(declared));

        assertThat(text)
                .contains("name=\"part\"" + (file ? "; filename=\"part\"" : "") + "\r\nContent-Type: " + sent
                        + "\r\n\r\na\r\n");
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
