package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.cli.served.Journal;
import dev.countersign.mock.control.access.Access;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.oidc.LoginServer;
import dev.countersign.mock.oidc.LoginSettings;
import dev.countersign.mock.oidc.SigningKey;
import dev.countersign.mock.oidc.TokenSigner;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.mock.server.Callers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders to the server itself. */
class ControlsTest {
    private static final Mock MOCK = Contracts.mockOfPaths("/a: {get: {responses: {'204': {description: ''}}}}");

    private final Callers callers = new Callers(List.of());
    private final Controls controls = new Controls(
            callers,
            new Access(callers::refusal, Optional.empty()),
            Optional.of(new Journal()),
            Optional.of(new WebhookSender(new CallbackSender(false))),
            Optional.of(new LoginServer(
                    new LoginSettings(Set.of(), LoginSettings.USUAL_LIFETIME),
                    new TokenSigner(new SigningKey(), InstantSource.system()),
                    "http")),
            () -> List.of(MOCK));

    private Optional<MockResponse> ask(String method, String path, Header... more) {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(new Header("Host", "localhost:4010"));
        return controls.answer(MockRequest.of(method, path, headers, ""), () -> true);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/__journal,200",
        "DELETE,/__journal,204",
        "POST,/__journal,405",
        "GET,/__webhooks,200",
        "GET,/__webhooks/a,405",
        "GET,/__oidc,200",
    })
    void areTakenFromThisMachine(String method, String path, int status) {
        assertThat(ask(method, path).orElseThrow().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/__journal,Origin,https://evil.example",
        "DELETE,/__journal,Sec-Fetch-Site,cross-site",
        "GET,/__webhooks,Origin,null",
        "POST,/__webhooks/a?url=http://localhost:1/,Sec-Fetch-Site,cross-site",
        "POST,/__webhooks/a?url=http://localhost:1/,Origin,https://evil.example",
    })
    void areNotTakenFromOtherSites(String method, String path, String name, String value) {
        MockResponse answer = ask(method, path, new Header(name, value)).orElseThrow();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Pages of other sites");
    }

    /** That is what pages do with a login, and another address of this machine is another site. */
    @Test
    void leadToALoginFromAnySite() {
        assertThat(ask("GET", "/__oidc", new Header("Sec-Fetch-Site", "cross-site"))
                        .orElseThrow()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/__journal,evil.example", "/__oidc,evil.example", "/__oidc,192.168.1.5:4010"})
    void areNotTakenUnderAForeignName(String path, String host) {
        MockRequest rebound = MockRequest.of("GET", path, List.of(new Header("Host", host)), "");

        assertThat(controls.answer(rebound, () -> true).orElseThrow().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"/__journal", "/__webhooks"})
    void areNotTakenFromOtherMachines(String path) {
        MockRequest request = MockRequest.of("GET", path, List.of(new Header("Host", "localhost:4010")), "");

        MockResponse answer = controls.answer(request, () -> false).orElseThrow();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("--control-token");
    }

    @ParameterizedTest
    @CsvSource({"/__journals", "/__webhooksa", "/a", "/a/__journal"})
    void areNotMistakenForTheApi(String path) {
        assertThat(ask("GET", path)).isEmpty();
    }
}
