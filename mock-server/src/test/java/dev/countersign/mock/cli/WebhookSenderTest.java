package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks: OAS 3.1 section 4.8.1. */
class WebhookSenderTest {
    private static final Mock MOCK = Mock.compile(Contracts.parse("""
                    openapi: 3.1.0
                    info: {title: Webhooks, version: '1'}
                    webhooks:
                      new pet: {$ref: '#/components/pathItems/NewPet'}
                      gone: {delete: {responses: {'204': {description: ''}}}}
                    components:
                      pathItems:
                        NewPet:
                          post:
                            requestBody: {content: {application/json: {examples: {one: {value: {name: Rex}}}}}}
                            responses: {'204': {description: ''}}
                    """), MockOptions.DEFAULTS);

    private final WebhookSender webhooks = new WebhookSender(new CallbackSender(false));

    private MockResponse ask(String method, String target) {
        MockRequest request = MockRequest.of(method, target, List.of(), "");
        assertThat(WebhookSender.isMeantBy(request)).isTrue();
        return webhooks.answer(List.of(MOCK), request);
    }

    @Test
    void triggersNothingButByPost() {
        MockResponse response = ask("GET", "/__webhooks/gone?url=http://localhost:1/");

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("POST");
        assertThat(WebhookSender.isMeantBy(MockRequest.of("POST", "/__webhooksgone", List.of(), "")))
                .isFalse();
    }

    @Test
    void listsThem() {
        assertThat(ask("GET", "/__webhooks").text()).isEqualTo("[\"new pet\",\"gone\"]");
    }

    @Test
    void sendsTheOneThatIsNamed() throws InterruptedException {
        BlockingQueue<MockRequest> received = new ArrayBlockingQueue<>(1);
        try (MockServer receiver = MockServer.start(
                request -> {
                    received.add(request);
                    return new MockResponse(204, List.of(), new byte[0]);
                },
                ServerSettings.onFreePort())) {
            MockResponse response = ask("POST", "/__webhooks/new%20pet?url=" + receiver.url() + "%2Fhook");
            MockRequest sent = received.poll(10, TimeUnit.SECONDS);

            assertThat(response.status()).isEqualTo(202);
            assertThat(sent).isNotNull();
            assertThat(sent.toString()).isEqualTo("POST /hook");
            assertThat(sent.headers().first("Content-Type")).contains("application/json");
            assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"Rex\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/__webhooks/none?url=http://localhost:1/,404",
        "/__webhooks/gone,400",
        "/__webhooks/gone?url=http://192.0.2.1/,400",
    })
    void sendsNothingElse(String target, int status) {
        assertThat(ask("POST", target).status()).isEqualTo(status);
    }
}
