package dev.countersign.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    /** Half a minute before the moment that RFC 9110 section 5.6.7 writes in three ways. */
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:07Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "120; PT2M",
                "0; PT0S",
                "1.5; PT1.5S",
                "0.0300; PT0.03S",
                "Sun, 06 Nov 1994 08:49:37 GMT; PT30S",
                "Sunday, 06-Nov-94 08:49:37 GMT; PT30S",
                "Sun Nov  6 08:49:37 1994; PT30S",
                "Sun, 06 Nov 1994 08:00:00 GMT; PT0S",
                "Wednesday, 06-Nov-93 08:49:37 GMT; PT0S"
            })
    void isReadInEveryForm(String value, Duration wait) {
        assertThat(RetryAfter.parse(value, NOW)).contains(wait);
    }

    /** A year of two digits is never more than fifty years ahead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"Saturday, 06-Nov-43 08:49:07 GMT; true", "Sunday, 06-Nov-45 08:49:07 GMT; false"})
    void twoDigitsAreTheNearestYear(String value, boolean ahead) {
        assertThat(RetryAfter.parse(value, NOW).orElseThrow().isZero()).isEqualTo(!ahead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1e3", "99999999999999999999", "Sun, 06 Nov 1994", "1.5.2"})
    void whatMeansNothingIsNone(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
