package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.client.runtime.model.ModelText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Animal;
import sample.zoo.model.AnimalHome;
import sample.zoo.model.Login;
import sample.zoo.model.Renewal;
import sample.zoo.model.Session;

/** Plants secrets wherever a call can carry one, and looks for them in all that a client can emit. */
class SecretsTest {
    /** One word to every parser, which would quote no more than the word that it stumbles over. */
    private static final String PLANTED = "s3cr3t_";

    private final List<String> emitted = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** A logger at its lowest level. */
    private final System.Logger logger = new System.Logger() {
        @Override
        public String getName() {
            return "everything";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            emitted.add(message + trace(thrown));
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
            emitted.add(arguments == null ? format : MessageFormat.format(format, arguments));
        }
    };

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Stream<String> userAgent(String request) {
        return request.lines().filter(line -> line.startsWith("User-Agent:"));
    }

    private void run(RawServer server, Duration timeout, Consumer<ZooClient> call) {
        ClientBuilder<ZooClient> builder = ZooClient.builder()
                .baseUrl(server.url())
                .timeout(timeout)
                .header("X-Key", PLANTED + "client-header")
                .bearer(Credential.of(PLANTED + "bearer"))
                .apiKey(Credential.of(PLANTED + "apikey"))
                .basic("user", PLANTED + "basic")
                .observer(new CallLog(logger))
                .observer(new MicrometerObserver(meters));
        try (ZooClient client = builder.build()) {
            emitted.add(client.toString());
            emitted.add(builder.toString());
            emitted.addAll(
                    server.requests().stream().flatMap(SecretsTest::userAgent).toList());
            emitted.add(trace(catchThrowable(() -> call.accept(
                    client.withOptions(RequestOptions.none().withHeader("X-Otp", PLANTED + "call-header"))))));
        }
    }

    private static void everyCall(ZooClient client, int number) {
        Login login = Login.builder().user("u").password(PLANTED + "password").build();
        switch (number) {
            case 0 -> client.keepers().login(login);
            case 1 ->
                client.keepers()
                        .renew(Renewal.builder().refresh(PLANTED + "form").build());
            case 2 -> client.animals().getAnimal(PLANTED + "path");
            case 3 -> client.animals().styles(List.of(), List.of(), List.of(), Map.of("k", PLANTED + "object"));
            case 4 ->
                client.animals()
                        .listAnimals(sample.zoo.api.AnimalsApi.ListAnimalsParams.builder()
                                .session(PLANTED + "cookie")
                                .redirect(PLANTED + "query")
                                .xTrace(List.of(PLANTED + "line\nbreak"))
                                .build());
            default -> client.async().keepers().login(login).join();
        }
    }

    @Test
    void noSecretIsEmittedWhateverTheServerDoes() {
        String body = "{\"token\":\"" + PLANTED + "answer\",\"title\":\"" + PLANTED + "error\"}";
        List<RawServer.Script> answers = List.of(
                json(200, body),
                json(200, "{\"token\":{\"" + PLANTED + "key\":1},\"seconds\":1}"),
                json(200, "{\"token\":\"t\",\"seconds\":\"" + PLANTED + "value\"}"),
                json(200, PLANTED + "no-json"),
                json(400, body),
                http(500, PLANTED + "html", "Content-Type: text/html", "Set-Cookie: sid=" + PLANTED + "set-cookie"),
                http(307, "", "Location: http://127.0.0.1:1/" + PLANTED + "location"),
                out -> {},
                out -> out.write((PLANTED + "garbage\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                RawServer.silence());
        try (EverythingLogged logged = new EverythingLogged(emitted)) {
            for (RawServer.Script answer : answers) {
                for (int number = 0; number < 6; number++) {
                    int call = number;
                    try (RawServer server = RawServer.playing(answer)) {
                        run(server, Duration.ofMillis(300), client -> everyCall(client, call));
                    }
                }
            }
        }
        meters.getMeters().forEach(meter -> emitted.add(meter.getId().toString()));

        assertThat(emitted).hasSizeGreaterThan(200);
        assertThat(emitted.stream().filter(text -> text.contains(PLANTED))).isEmpty();
    }

    @Test
    void noComplaintAboutASettingRepeatsIt() {
        assertThat(List.of(
                        catchThrowable(() -> ZooClient.builder().baseUrl("http://u:" + PLANTED + "@h")),
                        catchThrowable(() -> ZooClient.builder().baseUrl("http://h/ " + PLANTED)),
                        catchThrowable(() -> ZooClient.builder().environment(Map.of("ZOO_BASE_URL", "u:" + PLANTED))),
                        catchThrowable(() -> ZooClient.builder()
                                .environment(Map.of("ZOO_BASE_URL", "http://h", "ZOO_TIMEOUT", PLANTED))),
                        catchThrowable(() -> Credential.basic(PLANTED + ":", PLANTED)),
                        catchThrowable(() -> Animal.builder().additionalProperty("id", TextNode.valueOf(PLANTED)))))
                .map(SecretsTest::trace)
                .noneMatch(text -> text.contains(PLANTED));
    }

    @Test
    void noTextOfAnObjectShowsASecret() {
        Login login = Login.builder()
                .user("u")
                .password(PLANTED)
                .pins(List.of(PLANTED))
                .additionalProperty("otp", TextNode.valueOf(PLANTED))
                .build();
        ClientSettings[] settings = new ClientSettings[1];
        new ClientBuilder<>(new ClientDefaults("Zoo", "zoo", Map.of(), List.of()), made -> settings[0] = made)
                .baseUrl("http://localhost")
                .header("X-Key", PLANTED)
                .build();
        ReceivedResponse received = new ReceivedResponse(
                "POST /x",
                200,
                Headers.of(Map.of("Set-Cookie", List.of(PLANTED))),
                PLANTED.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(List.of(
                        login.toString(),
                        Session.builder().token(PLANTED).seconds(1).build().toString(),
                        Renewal.builder().refresh(PLANTED).build().toString(),
                        Credential.of(PLANTED).toString(),
                        Credential.basic("u", PLANTED).toString(),
                        new TokenCache.Token(PLANTED, Instant.EPOCH).toString(),
                        RequestOptions.none().withHeader("a", PLANTED).toString(),
                        settings[0].toString(),
                        new AnimalHome.Unknown(
                                        new ObjectMapper().createObjectNode().put("key", PLANTED))
                                .toString(),
                        new AnimalHome.Unknown(TextNode.valueOf(PLANTED)).toString(),
                        new ModelText("Any")
                                .shape("list", List.of(TextNode.valueOf(PLANTED)))
                                .toString(),
                        Binary.of(PLANTED).toString(),
                        received.headers().toString(),
                        received.toString(),
                        ApiResponse.success(received, login).toString(),
                        new ApiException(received).toString(),
                        new DecodingException(received, "it").toString()))
                .noneMatch(text -> text.contains(PLANTED));
    }
}
