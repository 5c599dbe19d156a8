package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule is about. */
class ForwardRuleTest {
    @ParameterizedTest
    @CsvSource({
        "GET /things/*, GET, /things/1, true",
        "GET /things/*, GET, /things/1/parts/2, true",
        "GET /things/*, GET, /things, false",
        "GET /things/*, GET, /things/, false",
        "GET /things/*, POST, /things/1, false",
        "get /things/*, GET, /things/1, true",
        "/things/*, DELETE, /things/1, true",
        "* /things, PATCH, /things, true",
        "/things, GET, /things/1, false",
        "/a/*/b, GET, /a/1/b, true",
        "/a/*/b, GET, /a/1/2/b, false",
        "/a/{id}/b, GET, /a/1/b, true",
        "/a/**/b, GET, /a/1/2/b, true",
        "/**, GET, /a/1, true",
        "/a.b, GET, /aXb, false",
        "/a=b/*, GET, /a=b/c, true",
    })
    void isSaidByItsPattern(String rule, String method, String path, boolean fits) {
        ForwardRule read =
                ForwardRule.parse(rule + "=http://localhost:8080/base").orElseThrow();

        assertThat(read.fits(method, path)).isEqualTo(fits);
        assertThat(read.target()).hasToString("http://localhost:8080/base");
    }
}
