package dev.countersign.openapi.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'',       '',       0",
        "'',       abc,      3",
        "session,  session,  0",
        "session,  sessions, 1",
        "session,  sesion,   1",
        "session,  sassion,  1",
        "session,  sesison,  1",
        "kitten,   sitting,  3",
        "ab,       ba,       1",
        "abc,      cab,      2"
    })
    void countsTheFewestEdits(String from, String to, int edits) {
        assertThat(EditDistance.between(from, to)).isEqualTo(edits);
        assertThat(EditDistance.between(to, from)).isEqualTo(edits);
    }
}
