package dev.countersign.mock.choose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.time.Duration;
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
    void readsHowAnAnswerIsToCome() {
        Delivery delivery = preference("/?__fault=reset&__delay=1s", "delay=100ms..2s, drip=3s")
                .delivery();

        assertThat(delivery)
                .isEqualTo(new Delivery(
                        Optional.of(new Delay.Uniform(Duration.ofMillis(100), Duration.ofSeconds(2))),
                        Duration.ofSeconds(3),
                        Optional.of(Fault.RESET)));
        assertThat(preference("/", "delay=100ms..2s, drip=3s, fault=wrong-type").applied())
                .isEqualTo("delay=100ms..2s, drip=3000ms, fault=wrong-type");
    }

    @Test
    void namesWhatItDoesNotKnow() {
        assertThat(preference("/?__cod=1", "exmaple=a, delay=soon, fault=fire, code=404, respond-async")
                        .ignored())
                .containsExactly("exmaple", "delay", "fault", "respond-async", "cod");
    }

    @Test
    void isFilledUpByAWeakerOne() {
        Preference switched = preference("/", "code=500, delay=2s");

        assertThat(preference("/", "fault=close").or(switched).applied()).isEqualTo("code=500, delay=2s, fault=close");
        assertThat(preference("/", "code=404, delay=1s").or(switched).applied()).isEqualTo("code=404, delay=1s");
        assertThat(Preference.NONE.or(switched)).isEqualTo(switched);
    }

    @Test
    void saysWhatWasApplied() {
        assertThat(preference("/", "code=404, example=\"a b\"").applied()).isEqualTo("code=404, example=\"a b\"");
    }
}
