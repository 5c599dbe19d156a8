package dev.countersign.mock.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may give orders. */
class AccessTest {
    private static final String TOKEN = "planted-token.1";

    private static Access access(Optional<String> refusal, boolean token) {
        return new Access(headers -> refusal, token ? ControlToken.of(TOKEN) : Optional.empty());
    }

    private static Headers headers(String... fields) {
        return Headers.of(List.of(fields).stream()
                .map(field -> new Header(field.split(": ", 2)[0], field.split(": ", 2)[1]))
                .toList());
    }

    private static Optional<Integer> status(Access access, boolean local, String... fields) {
        return access.refused(headers(fields), local).map(MockResponse::status);
    }

    @Test
    void isForThisMachineWithoutAToken() {
        assertThat(status(access(Optional.empty(), false), true)).isEmpty();
        assertThat(status(access(Optional.empty(), false), false)).contains(403);
    }

    @Test
    void isForThoseWhoKnowTheTokenWhereverTheyAre() {
        for (boolean local : new boolean[] {true, false}) {
            Access access = access(Optional.empty(), true);
            assertThat(status(access, local)).contains(401);
            assertThat(status(access, local, "Authorization: Bearer " + TOKEN)).isEmpty();
            assertThat(status(access, local, "authorization: bearer  " + TOKEN)).isEmpty();
        }
    }

    @Test
    void challengesThoseWhoDoNot() {
        MockResponse refused =
                access(Optional.empty(), true).refused(headers(), true).orElseThrow();

        assertThat(refused.header("WWW-Authenticate")).contains("Bearer realm=\"mock control\"");
        assertThat(refused.text()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer planted-token.",
                "Authorization: Bearer planted-token.11",
                "Authorization: Bearer ",
                "Authorization: Basic planted-token.1",
                "Authorization: planted-token.1",
                "Cookie: Mock-Control=planted-token.1",
                "Cookie: planted-token.1"
            })
    void takesNothingElseForTheToken(String field) {
        assertThat(status(access(Optional.empty(), true), true, field)).contains(401);
    }

    @Test
    void takesTheCookieOfALoginAmongOthers() {
        String cookie = ControlToken.of(TOKEN).orElseThrow().cookie();

        assertThat(cookie).doesNotContain(TOKEN);
        assertThat(status(access(Optional.empty(), true), false, "Cookie: a=b; " + cookie + ";c=d"))
                .isEmpty();
        assertThat(status(access(Optional.empty(), true), false, "Cookie: " + cookie + "0"))
                .contains(401);
        String other = ControlToken.of("another").orElseThrow().cookie();
        assertThat(status(access(Optional.empty(), true), false, "Cookie: " + other))
                .contains(401);
    }

    @Test
    void refusesOtherSitesWhateverTheyKnow() {
        assertThat(status(access(Optional.of("no"), true), true, "Authorization: Bearer " + TOKEN))
                .contains(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "ä", "a=b", "\"a\""})
    void isNoTokenThatAFieldCannotCarry(String text) {
        assertThat(ControlToken.of(text)).isEmpty();
    }

    @Test
    void isNeverShown() {
        assertThat(access(Optional.empty(), true).toString()).doesNotContain(TOKEN);
    }
}
