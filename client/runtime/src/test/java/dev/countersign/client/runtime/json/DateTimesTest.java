package dev.countersign.client.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {
    private static <T> T read(Class<T> type, String json) throws MisfitException {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), JsonType.of(type));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T10:30:00Z,2024-01-01T10:30Z",
        "2024-01-01t10:30:00z,2024-01-01T10:30Z",
        "2024-01-01 10:30:00+02:00,2024-01-01T10:30+02:00",
        "2024-01-01T10:30:00+0200,2024-01-01T10:30+02:00",
        "2016-12-31T23:59:60Z,2017-01-01T00:00Z",
        "2016-12-31T23:59:60.5+00:00,2017-01-01T00:00Z",
        "2024-01-01T00:00:00.123456789123Z,2024-01-01T00:00:00.123456789Z",
        "2024-01-01T00:00:00.1-00:30,2024-01-01T00:00:00.1-00:30"
    })
    void aTimeIsReadAsRfc3339AllowsIt(String text, String read) throws MisfitException {
        assertThat(read(OffsetDateTime.class, '"' + text + '"')).isEqualTo(OffsetDateTime.parse(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2024-01-01\"",
                "\"2024-01-01T10:30:00\"",
                "\"2024-13-01T10:30:00Z\"",
                "\"\"",
                "12",
                "\"2024-01-01T10:30:61Z\""
            })
    void whatIsNoneIsRefusedWithoutBeingQuoted(String json) {
        assertThatThrownBy(() -> read(OffsetDateTime.class, json))
                .isInstanceOf(MisfitException.class)
                .hasMessage("expected OffsetDateTime");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2024-01-01T10:30:00Z\"",
                "\"2024-1-1\"",
                "\"2024-02-30\"",
                "20240101",
                "[2024,1,1]",
                "\"+12024-01-01\"",
                "\"-2024-01-01\""
            })
    void aDateIsADateAndNothingMore(String json) {
        assertThatThrownBy(() -> read(LocalDate.class, json))
                .isInstanceOf(MisfitException.class)
                .hasMessage("expected LocalDate");
    }

    @Test
    void aDateIsRead() throws MisfitException {
        assertThat(read(LocalDate.class, "\"2024-02-29\"")).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    /** The limit of a whole body is the only one. */
    @Test
    void aTextMayBeAsLongAsTheBody() throws MisfitException {
        assertThat(read(String.class, '"' + "x".repeat(21_000_000) + '"')).hasSize(21_000_000);
    }
}
