package dev.countersign.mock.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ECMA-48 (control functions) and Unicode TR 36 section 3.4 (directions). */
class PrintableTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b", "\u0007", "\u0008", "\u007f", "\u009b", "\u0085", "\u202e", "\u2066", "\u200f", "\u2028", "\r"
            })
    void showsWhatWouldSteerATerminal(String control) {
        String code = String.format("\\u%04x", (int) control.charAt(0));

        assertThat(PrintableText.line("a" + control + "b")).isEqualTo("a" + code + "b");
        assertThat(PrintableText.lines("a" + control + "b")).isEqualTo("a" + code + "b");
    }

    @Test
    void keepsLinesWhereThereMayBeSome() {
        assertThat(PrintableText.lines("a\nb\r\nc\td")).isEqualTo("a\nb\r\nc\td");
        assertThat(PrintableText.line("a\nb")).isEqualTo("a\\u000ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Grüße, 世界, \ud83d\ude80", ""})
    void keepsEverythingElse(String text) {
        assertThat(PrintableText.lines(text)).isSameAs(text);
    }
}
