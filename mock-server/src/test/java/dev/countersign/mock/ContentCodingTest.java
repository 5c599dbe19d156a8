package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codings of bodies: RFC 9110 section 8.4. */
class ContentCodingTest {
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /things: {post: {requestBody: {content: {application/json: {schema: {type: integer}}}}, responses: {'204': {description: ''}}}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|gzip|12|204|",
                "GZIP, identity|gzip|12|204|",
                "deflate|deflate|12|204|",
                "identity|none|12|204|",
                "gzip|gzip|\"x\"|422|body: must be an integer, was a string",
                "gzip|none|12|400|body: is not well-formed gzip",
                "deflate|gzip|12|400|body: is not well-formed deflate",
                "br|none|12|400|body: is not well-formed br",
                "zstd|none|12|415|the body's coding is not known; send gzip, deflate, br or none",
                "gzip,gzip,gzip,gzip,gzip|none|12|415|the body's coding is not known; send gzip, deflate, br or none",
            })
    void undoesWhatTheFieldNames(String field, String coding, String body, int status, String detail)
            throws IOException {
        MockResponse response = post(field, coded(coding, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).contains(detail == null ? "" : detail);
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate"})
    void endsBodiesThatUnfoldWithoutEnd(String coding) throws IOException {
        byte[] bomb = coded(coding, new byte[40 * 1024 * 1024]);

        MockResponse response = post(coding, bomb);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(response.status()).isEqualTo(413);
        assertThat(response.text()).contains("unfolds into more than 16777216 bytes");
    }

    /** As the reference encoder writes 12, "x", and forty mebibytes of zeros (RFC 7932). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8b0080313203|204|",
                "0b018022782203|422|body: must be an integer, was a string",
                "cbffff3ff82700e2b14020f7fe8fffff7ff04f00c4611180eefd1fffffffe09f0088c30200ddfb3ffeffffc13f0110870500baf77ff9ffff877f02200e0b0074efff00|413|unfolds into more than 16777216 bytes",
            })
    void readsBrotli(String body, int status, String detail) {
        MockResponse response = post("br", HexFormat.of().parseHex(body));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).contains(detail == null ? "" : detail);
    }

    private static MockResponse post(String field, byte[] body) {
        Headers headers = Headers.of(
                List.of(new Header("Content-Type", "application/json"), new Header("Content-Encoding", field)));
        return MOCK.answer(new MockRequest("POST", "/things", "", headers, body));
    }

    private static byte[] coded(String coding, byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("gzip")
                ? new GZIPOutputStream(bytes)
                : coding.equals("deflate") ? new DeflaterOutputStream(bytes) : bytes) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
