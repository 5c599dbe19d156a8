package dev.countersign.mock.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontPageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/|text/html,application/xhtml+xml,*/*;q=0.8|true",
                "GET|/|application/json|false",
                "GET|/|*/*|false",
                "POST|/|text/html|false",
                "GET|/a|text/html|false",
            })
    void isForBrowsers(String method, String path, String accept, boolean expected) {
        assertThat(FrontPage.isMeantBy(MockRequest.of(method, path, List.of(new Header("Accept", accept)), "")))
                .isEqualTo(expected);
    }

    @Test
    void listsTheOperationsAndTheWayToTheConsole() {
        MockResponse page = FrontPage.of(
                Contracts.ofPaths("/a: {get: {summary: '<script>x</script>', responses: {'204': {description: ''}}}}"),
                Optional.of("/__mock"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<code>GET /a</code> &lt;script&gt;", "<a href=\"/__mock/\">Console</a>")
                .doesNotContain("<script>");
    }
}
