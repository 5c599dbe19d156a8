package dev.countersign.verify.pact;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
