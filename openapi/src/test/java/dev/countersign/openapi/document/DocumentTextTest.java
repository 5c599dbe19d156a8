package dev.countersign.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.openapi.json.MalformedTextException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The character that stands for bytes that are no text may also be meant. */
class DocumentTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void keepsTheReplacementCharacterThatIsWritten(String charset) throws Exception {
        String written = "title: before \ufffd after";

        assertThat(DocumentText.of(written.getBytes(charset))).isEqualTo(written);
    }

    @Test
    void namesTheLineOfBytesThatAreNoText() {
        byte[] bytes = "a: \ufffd\nb: é\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = 'x'; // the second byte of é

        assertThatThrownBy(() -> DocumentText.of(bytes))
                .isInstanceOfSatisfying(
                        MalformedTextException.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Test
    void refusesHalfACharacterAtTheEnd() {
        byte[] bytes = {'a', 0, 'b', 0, 'c'};

        assertThatThrownBy(() -> DocumentText.of(bytes)).isInstanceOf(MalformedTextException.class);
    }
}
