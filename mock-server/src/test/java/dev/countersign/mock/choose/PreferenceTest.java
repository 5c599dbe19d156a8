package dev.countersign.mock.choose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7240 section 2. */
class PreferenceTest {
    private static Preference preference(String target, String... fields) {
        List<Header> headers =
                Arrays.stream(fields).map(field -> new Header("prefer", field)).toList();
        return Preference.of(MockRequest.of("GET", target, headers, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code=404|404|",
                "CODE = 404|404|",
                "code=\"404\"|404|",
                "code=404, example=none|404|none",
                "code=404; example=none|404|none",
                "respond-async, example=\"a, b\"|<none>|a, b",
                "example=\"say \\\"hi\\\"\"|<none>|say \"hi\"",
                "code=404, code=500|404|",
                "return=minimal|<none>|",
            })
    void readsTheHeader(String field, String code, String example) {
        Preference preference = preference("/", field);

        assertThat(preference.code().orElse("<none>")).isEqualTo(code);
        assertThat(preference.example()).isEqualTo(Optional.ofNullable(example));
    }

    @Test
    void joinsSeveralHeaders() {
        Preference preference = preference("/", "code=404", "dynamic=true");

        assertThat(preference.code()).contains("404");
        assertThat(preference.dynamic()).contains(true);
    }

    @Test
    void readsTheQueryWhereTheHeaderIsSilent() {
        Preference preference = preference("/?a=1&__code=404&__example=not%20found&__dynamic=false", "code=500");

        assertThat(preference.code()).contains("500");
        assertThat(preference.example()).contains("not found");
        assertThat(preference.dynamic()).contains(false);
    }

    @Test
    void asksForNothingWithoutEither() {
        assertThat(preference("/?code=404")).isSameAs(Preference.NONE);
    }

    @Test
    void saysWhatWasApplied() {
        assertThat(preference("/", "code=404, example=\"a b\"").applied()).isEqualTo("code=404, example=\"a b\"");
    }
}
