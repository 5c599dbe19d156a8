package dev.countersign.mock.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 2046 section 5.1: where parts begin and end. */
class MultipartTest {
    /** What nearly is a boundary, or nearly ends a head. */
    private static final List<String> TRAPS =
            List.of("\r\n", "\n", "--", "\r\n--", "\r\n--limi", "--limit", "\r", "a", "\0");

    @Test
    void contentsAreWhatWasSentToTheByte() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            String newline = random.nextBoolean() ? "\r\n" : "\n";
            List<byte[]> contents = new ArrayList<>();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(bytes(random.nextBoolean() ? "preamble" + newline : ""));
            for (int part = random.nextInt(4); part >= 0; part--) {
                byte[] content = content(random, newline);
                contents.add(content);
                body.writeBytes(bytes("--limit" + newline + "Content-Disposition: form-data; name=\"f\"; filename=x"
                        + newline + newline));
                body.writeBytes(content);
                body.writeBytes(bytes(newline));
            }
            body.writeBytes(bytes("--limit--" + newline));

            List<Part> parts = Multipart.parse(body.toByteArray(), "limit").orElseThrow();

            assertThat(parts).as("round %d", round).hasSameSizeAs(contents);
            for (int i = 0; i < contents.size(); i++) {
                assertThat(parts.get(i).content())
                        .as("round %d, part %d", round, i)
                        .isEqualTo(contents.get(i));
                assertThat(parts.get(i).name()).isEqualTo("f");
                assertThat(parts.get(i).isFile()).isTrue();
            }
        }
    }

    private static byte[] content(Random random, String newline) {
        while (true) {
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                content.append(TRAPS.get(random.nextInt(TRAPS.size())));
            }
            // What holds a boundary is two parts.
            if (!(newline + content).contains(newline + "--limit")) {
                return bytes(content.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 0",
                "x | 0",
                "--limit-- | 0",
                "~--limit-- | 0",
                "--limit~~a~--limit-- | 1",
                "--limit~a: b~--limit-- | 1",
                "--limit~--limit-- | 1",
                "--limit trailing~~a~--limit--~epilogue | 1",
                "x~--limit~~a~--limit~~b~--limit-- | 2",
                "--limit~~a~--limit~~b | -1",
                "--limit | -1",
            })
    void partsAreCounted(String body, int count) {
        for (String newline : List.of("\r\n", "\n")) {
            int parsed = Multipart.parse(bytes(body.replace("~", newline)), "limit")
                    .map(List::size)
                    .orElse(-1);

            assertThat(parsed).isEqualTo(count);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
