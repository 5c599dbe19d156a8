package dev.countersign.mock.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest {
    private static long[] millis(String text) {
        Delay delay = Delay.parse(text).orElseThrow();
        Random random = new Random(1);
        return IntStream.range(0, 2_000)
                .mapToLong(each -> delay.next(random).toMillis())
                .sorted()
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"200ms,200", "2s,2000", "1.5s,1500", "250,250", "' 3 s ',3000", "0,0"})
    void mayBeFixed(String text, long expected) {
        assertThat(millis(text)).containsOnly(expected);
    }

    @Test
    void mayBeAnythingBetween() {
        long[] millis = millis("100ms..2s");

        assertThat(millis[0]).isBetween(100L, 120L);
        assertThat(millis[1_999]).isBetween(1_980L, 2_000L);
    }

    @Test
    void mayBeAsRealServersHaveIt() {
        long[] millis = millis("~300ms:0.5");

        assertThat(millis[1_000]).isBetween(280L, 320L);
        // The quantile of 95 % is the median times e to the power of 1.645 sigma.
        assertThat(millis[1_900]).isBetween(620L, 750L);
        assertThat(Delay.parse("~300ms")).contains(new Delay.LogNormal(Duration.ofMillis(300), 0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1s", "2m", "1s..", "2s..1s", "..1s", "11.5.2s", "601s", "99999999999s", "~", "1s:x"
            })
    void isNothingElse(String text) {
        assertThat(Delay.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200ms", "2s", "100ms..2s", "~300ms", "~300ms:0.8"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Delay.parse(text).orElseThrow()).hasToString(text);
    }
}
