package dev.countersign.client;

import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import feign.Logger;
import feign.Request;
import feign.RequestTemplate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;
import sample.zoo.model.Renewal;

/**
 * Feign hands its template to every interceptor, and its logger prints all of a request. So nothing that a call carries
 * travels in them: no body, no credential, no value of a parameter.
 */
class WhatFeignSeesTest {
    private static final String PLANTED = "s3cr3t_";
    private static final String BASIC =
            Base64.getEncoder().encodeToString(("user:" + PLANTED + "basic").getBytes(StandardCharsets.UTF_8));
    private static final Login LOGIN =
            Login.builder().user("u").password(PLANTED + "body").build();

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final FullLogger logger = new FullLogger();

    /** Feign's own logger at its lowest level. */
    private final class FullLogger extends Logger {
        @Override
        protected void log(String call, String format, Object... arguments) {
            seen.add(methodTag(call) + String.format(format, arguments));
        }

        void log(Request request) {
            logRequest("Any#call()", Level.FULL, request);
        }
    }

    /** What an interceptor of a consumer's own could look at. */
    private void look(RequestTemplate template) {
        Request request = template.request();
        seen.addAll(List.of(
                template.toString(),
                template.url(),
                template.path(),
                template.queryLine(),
                template.queries().toString(),
                template.headers().toString(),
                text(template.body()),
                request.toString(),
                request.url(),
                request.headers().toString(),
                text(request.body())));
        logger.log(request);
    }

    private static String text(byte[] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    /** What was sent, while the interceptor looked. */
    private String sent(Consumer<ZooClient> call) {
        try (RawServer server = RawServer.playing(json(503, ""), json(200, "{\"token\":\"t\",\"seconds\":1}"));
                ZooClient client = ZooClient.builder()
                        .baseUrl(server.url())
                        .header("X-Client", PLANTED + "client")
                        .bearer(Credential.of(PLANTED + "bearer"))
                        .basic("user", PLANTED + "basic")
                        .credential("key", Credential.of(PLANTED + "query-key"))
                        .credential("tag", Credential.of(PLANTED + "header-key"))
                        .credential("ticket", Credential.of(PLANTED + "cookie-key"))
                        .interceptor(this::look)
                        .retries(RetryPolicy.upTo(1).withMethods(Set.of("POST")))
                        .pause(duration -> {})
                        .build()
                        .withOptions(RequestOptions.none().withHeader("X-Call", PLANTED + "options"))) {
            call.accept(client);
            assertThat(server.requests()).hasSize(2);
            return server.requests().get(1);
        }
    }

    private static Stream<String> secrets(String... names) {
        return Stream.of(names).map(name -> PLANTED + name);
    }

    private void assertNothingSeen() {
        assertThat(seen).hasSizeGreaterThan(2 * 11).anyMatch(line -> line.contains("---> POST"));
        assertThat(seen.stream().filter(text -> text.contains(PLANTED) || text.contains(BASIC)))
                .isEmpty();
    }

    @Test
    void isNothingOfACallThatCarriesSecretsWhereverOneCan() {
        String[] planted = {
            "body",
            "client",
            "options",
            "bearer",
            "query-key",
            "header-key",
            "cookie-key",
            "path",
            "query",
            "header",
            "cookie"
        };

        assertThat(sent(client -> client.keepers()
                        .openVault(PLANTED + "path", PLANTED + "query", PLANTED + "header", PLANTED + "cookie", LOGIN)))
                .contains(secrets(planted).toList());
        assertNothingSeen();
    }

    @Test
    void isNothingOfAFormAndAPassword() {
        Renewal form = Renewal.builder().refresh(PLANTED + "form").build();

        assertThat(sent(client -> client.keepers().renew(form))).contains(PLANTED + "form", BASIC);
        assertNothingSeen();
    }

    @Test
    void isNothingOfAnAsynchronousCall() {
        String[] planted = {"body", "bearer", "query-key", "header-key", "cookie-key", "path"};

        assertThat(sent(client -> client.async()
                        .keepers()
                        .openVault(PLANTED + "path", "q", "h", "c", LOGIN)
                        .join()))
                .contains(secrets(planted).toList());
        assertNothingSeen();
    }
}
