package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import dev.countersign.verify.ShippedContract;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.GivenPact;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.ProviderUnderTest;
import dev.countersign.verify.provider.Relay;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pact of what was really called: written by a mock server that ends, and replayed against a provider by the Pact library. */
class ConsumerPactTest {
    private static final String SECRET = "planted-password";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    private final Subject subject = ShippedContract.subject();

    @Test
    void isWrittenAtTheEndKeptByTheProviderAndBrokenByAWrongOne() throws IOException {
        Path pacts = folder.resolve("new/pacts");
        ControlledMock mock = ControlledMock.start("--log", "none", "--pact", pacts.toString(), "--consumer", "my web");
        TestCase success =
                subject.cases().stream().filter(TestCase::isSuccess).findFirst().orElseThrow();
        send(mock, success, success.body().orElseThrow().value().toString(), "");
        send(mock, success, success.body().orElseThrow().value().toString(), "");
        send(
                mock,
                success,
                success.body().orElseThrow().value().toString().replaceAll("Gpattm[^\"]*", SECRET),
                "code=500");
        send(mock, success, "{}", "");
        assertThat(pacts).isEmptyDirectory();

        List<String> said = mock.end();

        assertThat(said).contains("note: 1 request(s) that do not fit the contract are not in the pact");
        Path file = pacts.resolve("my_web-" + subject.name() + ".json");
        assertThat(said).contains("Pact of 2 interaction(s) written: " + file);
        assertThat(Files.list(pacts)).containsExactly(file);
        assertThat(file).content().doesNotContain(SECRET).doesNotContain("User-Agent");
        GivenPact pact = GivenPact.inFolder(pacts).get(0);
        assertThat(pact.consumer()).isEqualTo("my web");
        assertThat(pact.interactions().stream().map(Interaction::getDescription))
                .containsExactly(success.name(), success.operation().id() + " answers 500 (server-error)");
        try (OwnMock provider = OwnMock.of(subject.contract());
                Relay wrong = new Relay(provider.url())) {
            assertThat(failures(pact, ProviderUnderTest.mock(provider.url()))).isEmpty();
            assertThat(failures(pact, ProviderUnderTest.real("the provider", provider.url())))
                    .isEmpty();
            wrong.changing(answer -> answer.withStatus(418));
            assertThat(failures(pact, ProviderUnderTest.real("wrong", wrong.url())))
                    .hasSize(2);
        }
    }

    private List<String> failures(GivenPact pact, ProviderUnderTest provider) {
        return pact.interactions().stream()
                .flatMap(each -> pact.failures(subject, provider, each).stream().limit(1))
                .toList();
    }

    private static void send(ControlledMock mock, TestCase testCase, String body, String preference) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        mock.url().resolve(testCase.operation().path()))
                .header("Content-Type", "application/json")
                .method(testCase.operation().method(), BodyPublishers.ofString(body));
        if (!preference.isEmpty()) {
            request.header("Prefer", preference);
        }
        assertThat(CLIENT.sendAsync(request.build(), BodyHandlers.ofString())
                        .join()
                        .body())
                .isNotEmpty();
    }
}
