package dev.countersign.mock.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.schema.format.BoundedPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Schema 2020-12 validation sections 6.3 (lengths and patterns) and 7.3 (formats); ECMA-262 section 22.2.1. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StringSamplesTest {
    private static final int SEEDS = 25;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Z]{3}-\\d{4}$",
                "^(?:\\+?1[-. ]?)?\\(?(\\d{3})\\)?[-. ]?(\\d{3})[-. ]?(\\d{4})$",
                "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[@$!%*?&])[A-Za-z\\d@$!%*?&]{8,}$",
                "^(?=.{8,64}$)[a-z]+$",
                "^(?!.*--)[a-z0-9-]+$",
                "^(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$",
                "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$",
                "^\\p{Lu}\\p{Ll}+$",
                "^[\\p{L} .'-]+$",
                "^(\\w+)-\\1$",
                "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
                "^arn:aws:[a-z0-9]+:[a-z0-9-]*:\\d{12}:.+$",
                "^v?(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?$",
                "^[a-z0-9]+(?:[._-][a-z0-9]+)*$",
                "^(?<year>\\d{4})$",
                "^[\\u4e00-\\u9fa5]{2,4}$",
                "^\\u{1F600}$",
                "^\\x41\\t[\\]\\-\\\\^]$",
                "^(a|b|)c{2,3}?$",
                "^a{,3}$",
                "^{id}$",
                "^$",
                "^.*$",
                "\\.json$",
                "^[^]$",
            })
    void matchTheirPattern(String pattern) {
        BoundedPattern expected = BoundedPattern.of(pattern).orElseThrow();
        StringConstraints constraints = new StringConstraints();
        constraints.patterns.add(pattern);
        for (long seed = 0; seed < SEEDS; seed++) {
            String text =
                    StringSamples.sample(constraints, "", new Choices(seed)).stringValue();
            assertThat(expected.matches(text)).as("seed %d: %s", seed, text).isTrue();
        }
    }

    @Test
    void stretchAPatternToTheLengthThatIsAskedFor() {
        StringConstraints constraints = new StringConstraints();
        constraints.patterns.add("^[a-z]+(-[a-z]+)*$");
        constraints.least = 30;
        constraints.most = 32;
        for (long seed = 0; seed < SEEDS; seed++) {
            String text =
                    StringSamples.sample(constraints, "", new Choices(seed)).stringValue();
            assertThat(text).hasSizeBetween(30, 32).matches("^[a-z]+(-[a-z]+)*$");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{1000000}", "(a{1000}){1000}", "((a+)+)+b", "(?=(a+))a*b\\1"})
    void stayBoundedWhateverThePattern(String pattern) {
        StringConstraints constraints = new StringConstraints();
        constraints.patterns.add(pattern);

        assertThat(StringSamples.sample(constraints, "", new Choices(1))
                        .stringValue()
                        .length())
                .isLessThan(1_000_000);
    }
}
