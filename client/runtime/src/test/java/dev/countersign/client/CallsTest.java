package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sample.zoo.ZooClient;
import sample.zoo.model.Animal;
import sample.zoo.model.Kind;
import sample.zoo.model.Login;
import sample.zoo.model.ProblemException;
import sample.zoo.model.Session;
import sample.zoo.model.ZooFailure;

class CallsTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";

    private static ZooClient client(RawServer server) {
        return ZooClient.builder()
                .baseUrl(server.url())
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void returnsTheTypedBody() {
        try (RawServer server = RawServer.playing(json(200, ANIMAL));
                ZooClient client = client(server)) {
            Animal animal = client.animals().getAnimal("1");

            assertThat(animal.kind()).isEqualTo(Kind.LION);
            assertThat(animal.weight()).isEqualByComparingTo("120.5");
        }
    }

    @Test
    void returnsStatusAndHeadersToo() {
        try (RawServer server =
                        RawServer.playing(http(200, ANIMAL, "Content-Type: application/json", "X-A: 1", "X-A: 2"));
                ZooClient client = client(server)) {
            ApiResponse<Animal> response = client.animals().withResponse().getAnimal("1");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers().all("x-a")).containsExactly("1", "2");
            assertThat(response.isSuccess()).isTrue();
            assertThat(response.isError()).isFalse();
            assertThat(response.error()).isEmpty();
            assertThat(response.text()).isEqualTo(ANIMAL);
            assertThat(response.body().id()).isEqualTo(1);
        }
    }

    @Test
    void throwsTheDocumentedErrorWithItsTypedBody() {
        try (RawServer server = RawServer.playing(json(400, "{\"title\":\"no\",\"detail\":\"wrong password\"}"));
                ZooClient client = client(server)) {
            ProblemException thrown = catchThrowableOfType(
                    ProblemException.class,
                    () -> client.keepers()
                            .login(Login.builder().user("u").password("p").build()));

            assertThat(thrown.status()).isEqualTo(400);
            assertThat(thrown.error().detail()).contains("wrong password");
            assertThat(thrown).hasMessage("POST /keepers/login was answered with status 400");
        }
    }

    @Test
    void neverThrowsOnAReceivedStatusWhenAskedForTheResponse() {
        try (RawServer server = RawServer.playing(json(400, "{\"title\":\"no\"}"));
                ZooClient client = client(server)) {
            ApiResponse<Session> response = client.keepers()
                    .withResponse()
                    .login(Login.builder().user("u").password("p").build());

            assertThat(response.isError()).isTrue();
            assertThat(response.body()).isNull();
            assertThat(response.error()).containsInstanceOf(ProblemException.class);
            assertThatThrownBy(response::orThrow).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void readsARangeAndTheDefaultOfAnError() {
        try (RawServer server = RawServer.playing(
                        http(418, "{\"title\":\"tea\"}", "Content-Type: application/problem+json"),
                        json(503, "{\"reason\":\"closed\"}"));
                ZooClient client = client(server)) {
            assertThatThrownBy(() -> client.animals().listAnimals()).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> client.animals().listAnimals()).isInstanceOf(ZooFailure.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, text/html, <html>Bad gateway</html>",
        "400, application/json, ''",
        "400, application/json, '{\"title\":'",
        "400, application/json, '{\"title\":7}'",
        "400, application/json, '{}'",
        "400, application/json, 'null'",
        "404, application/json, '{}'",
        "599, application/json, '{}'"
    })
    void keepsTheStatusOfAnErrorWhateverItsBody(int status, String type, String body) {
        try (RawServer server = RawServer.playing(http(status, body, "Content-Type: " + type));
                ZooClient client = client(server)) {
            Login login = Login.builder().user("u").password("p").build();

            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> client.keepers().login(login));

            assertThat(thrown).isExactlyInstanceOf(ApiException.class);
            assertThat(thrown.status()).isEqualTo(status);
            assertThat(thrown.response().text()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"token\":\"t\"}|required property \"seconds\" is missing",
                "{\"token\":\"t\",\"seconds\":\"12\"}|at /seconds, expected long",
                "{\"token\":12,\"seconds\":12}|at /token, expected String",
                "{\"token\":\"t\",\"seconds\":null}|required property \"seconds\" is missing",
                "{\"token\":\"t\",\"seconds\":12|it is not JSON from line 1, column 26",
                "[]|expected Session",
                "null|it is null"
            })
    void saysWhatDoesNotFitInASuccessfulAnswer(String body, String what) {
        try (RawServer server = RawServer.playing(json(200, body));
                ZooClient client = client(server)) {
            Login login = Login.builder().user("u").password("p").build();

            assertThatThrownBy(() -> client.keepers().login(login))
                    .isInstanceOf(DecodingException.class)
                    .hasMessage("POST /keepers/login was answered with status 200,"
                            + " but its body does not fit the contract: " + what);
        }
    }

    @Test
    void refusesAnotherContentTypeThanThePromisedOne() {
        try (RawServer server = RawServer.playing(http(200, "<html/>", "Content-Type: text/html"));
                ZooClient client = client(server)) {
            assertThatThrownBy(() -> client.animals().getAnimal("1"))
                    .isInstanceOf(DecodingException.class)
                    .hasMessage("GET /animals/{id} was answered with status 200,"
                            + " but its body does not fit the contract: expected JSON, got text/html");
        }
    }

    @Test
    void hasAnAsynchronousTwinWithTheSameErrors() {
        try (RawServer server = RawServer.playing(json(200, ANIMAL), json(404, "{}"));
                ZooClient client = client(server)) {
            assertThat(client.async().animals().getAnimal("1").join().id()).isEqualTo(1);
            assertThatThrownBy(() -> client.async().animals().getAnimal("1").join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ApiException.class);
        }
    }

    @Test
    void callsAnOperationWithoutABody() {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = client(server)) {
            client.animals().feedAnimal("7");

            assertThat(server.onlyRequest()).startsWith("PUT /animals/7 HTTP/1.1\r\n");
        }
    }

    @Test
    void readsAndWritesTextAndBytes() {
        try (RawServer server = RawServer.playing(
                        http(200, "gr\u00fc\u00df", "Content-Type: text/plain"),
                        http(200, "PNG", "Content-Type: image/png"));
                ZooClient client = client(server)) {
            String motto = client.keepers()
                    .setMotto(sample.zoo.api.KeepersApi.SetMottoParams.builder()
                            .body("h\u00f6flich")
                            .build());
            assertThat(motto).isEqualTo("gr\u00fc\u00df");
            assertThat(server.onlyRequest())
                    .contains("Content-Type: text/plain; charset=utf-8\r\n")
                    .endsWith("h\u00f6flich");

            byte[] badge = client.keepers()
                    .uploadBadge(sample.zoo.model.UploadBadgeRequest.builder()
                            .photo(Binary.of("xy"))
                            .note("n")
                            .stamp(new byte[] {'h', 'i'})
                            .build());
            assertThat(badge).isEqualTo(new byte[] {'P', 'N', 'G'});
            assertThat(server.requests().get(1))
                    .contains("Content-Type: multipart/form-data; boundary=")
                    .contains("Content-Disposition: form-data; name=\"photo\"; filename=\"photo\"\r\n"
                            + "Content-Type: image/png\r\n\r\nxy\r\n")
                    .contains("Content-Disposition: form-data; name=\"note\"\r\n"
                            + "Content-Type: text/plain; charset=utf-8\r\n\r\nn\r\n")
                    .contains("Content-Disposition: form-data; name=\"stamp\"\r\n"
                            + "Content-Type: text/plain; charset=utf-8\r\n\r\naGk=\r\n");
        }
    }

    @Test
    void changesOptionsForSomeCallsOnly() {
        try (RawServer server = RawServer.playing(json(200, ANIMAL));
                ZooClient client = client(server)) {
            client.withOptions(RequestOptions.none().withHeader("X-Request-Id", "42"))
                    .animals()
                    .getAnimal("1");
            client.animals().getAnimal("1");

            assertThat(server.requests().get(0)).contains("X-Request-Id: 42\r\n");
            assertThat(server.requests().get(1)).doesNotContain("X-Request-Id");
        }
    }
}
