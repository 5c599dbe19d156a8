package dev.countersign.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class PlainNumbersTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    5                                  | 5
                    5.0                                | 5
                    5e0                                | 5
                    -1.20E+3                           | -1200
                    0.0                                | 0
                    12.50                              | 12.5
                    1e300                              | 1E+300
                    123456789012345678901234567890     | 123456789012345678901234567890
                    {"a":[1.0,{"b":2.50,"c":"3.0"}]}   | {"a":[1,{"b":2.5,"c":"3.0"}]}
                    """)
    void numbersAreWrittenInOneWayAndNothingElseIsChanged(String example, String expected) {
        assertThat(PlainNumbers.in(JSON.readTree(example))).hasToString(expected);
    }
}
