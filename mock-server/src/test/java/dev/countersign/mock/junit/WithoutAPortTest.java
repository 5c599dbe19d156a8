package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.inprocess.MockHttpClient;
import dev.countersign.openapi.ContractLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mock that is asked in its own process. */
class WithoutAPortTest {
    private static final CompiledDocument NOTES = CompiledDocument.of(
            ContractLoader.load(Path.of("src/test/resources/contracts/notes.yaml"))
                    .contract(),
            MockOptions.DEFAULTS);

    private final MockedApi mock = MockedApi.of(NOTES, Optional.empty());

    @AfterEach
    void stop() {
        mock.close();
    }

    private static HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(URI.create("https://notes.test:8443" + target));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return mock.httpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void answersLikeTheServer() throws Exception {
        HttpResponse<String> served = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(mock.url() + "/notes?tag=a%20b"))
                                .build(),
                        BodyHandlers.ofString());
        HttpResponse<String> answered = send(to("/notes?tag=a%20b"));

        assertThat(answered.statusCode()).isEqualTo(served.statusCode());
        assertThat(answered.body()).isEqualTo(served.body()).isNotEmpty();
        assertThat(answered.headers().firstValue("content-type"))
                .isEqualTo(served.headers().firstValue("Content-Type"))
                .isPresent();
        assertThat(answered.headers().firstValue("Content-Length"))
                .isEqualTo(served.headers().firstValue("Content-Length"))
                .isPresent();
        assertThat(answered.uri()).isEqualTo(URI.create("https://notes.test:8443/notes?tag=a%20b"));
        assertThat(mock.requests()).hasSize(2);
        assertThat(mock.requests().get(1).request().query()).isEqualTo("tag=a%20b");
        assertThat(mock.requests().get(1).request().headers().first("Host")).hasValue("notes.test:8443");
    }

    @Test
    void readsBodiesHoweverTheyAreSent() throws Exception {
        String note = "{\"text\":\"a\"}";
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder post = to("/notes").header("Content-Type", "application/json");

        assertThat(send(post.POST(BodyPublishers.ofString(note))).statusCode()).isEqualTo(201);
        assertThat(send(post.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))))
                        .statusCode())
                .isEqualTo(201);
        mock.assertCalled("addNote").times(2).withJson(note);
        assertThat(send(post.POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(422);
    }

    @Test
    void answersAsTheTestPrefers() throws Exception {
        mock.prefer("code=503");

        assertThat(send(to("/notes")).statusCode()).isEqualTo(503);
        assertThat(send(to("/notes").method("HEAD", BodyPublishers.noBody())).body())
                .isEmpty();
    }

    @Test
    void answersLater() throws Exception {
        mock.prefer("delay=5ms");

        CompletableFuture<HttpResponse<String>> answer =
                mock.httpClient().sendAsync(to("/notes").build(), BodyHandlers.ofString());

        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"reset,Connection reset", "close,EOF reached while reading", "truncated,EOF reached while reading"})
    void breaksOff(String fault, String message) {
        mock.prefer("fault=" + fault);

        assertThatThrownBy(() -> send(to("/notes")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void breaksOffLater() {
        mock.prefer("fault=reset");

        assertThatThrownBy(() -> mock.httpClient()
                        .sendAsync(to("/notes").build(), BodyHandlers.ofString())
                        .get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SocketException.class);
    }

    @ParameterizedTest
    @CsvSource({"fault=hang", "delay=300s"})
    void isGivenUpByItsClient(String preference) {
        mock.prefer(preference);

        assertThatThrownBy(() -> send(to("/notes").timeout(Duration.ofMillis(5))))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void canBeCancelledWhileItHangs() {
        mock.prefer("fault=hang");
        CompletableFuture<?> answer = mock.httpClient().sendAsync(to("/notes").build(), BodyHandlers.ofString());

        assertThat(answer).isNotDone();
        assertThat(answer.cancel(true)).isTrue();
    }

    @Test
    void spoilsBodies() throws Exception {
        mock.prefer("fault=empty");
        assertThat(send(to("/notes")).body()).isEmpty();
        mock.prefer("fault=malformed");
        assertThat(send(to("/notes")).body()).contains("<malformed");
        mock.prefer("fault=wrong-type");
        assertThat(send(to("/notes")).headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void opensNoPortUntilItsAddressIsAskedFor() throws Exception {
        send(to("/notes"));

        assertThatThrownBy(() -> mock.assertCalled("addNote")).hasMessageContaining("These requests were sent");
        mock.reset();
        assertThatThrownBy(() -> mock.assertCalled("addNote"))
                .hasMessageContaining(
                        "No request has reached this test's own mock, whose address was never asked for.");
        mock.close();
        assertThatThrownBy(mock::url).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isThereWithoutJUnitToo() throws Exception {
        HttpClient client = MockHttpClient.of(Mock.compile(NOTES.contract(), MockOptions.DEFAULTS));

        assertThat(client.send(to("").build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
        assertThat(client.send(to("/notes").build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
    }
}
