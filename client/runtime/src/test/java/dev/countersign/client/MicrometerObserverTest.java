package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;

class MicrometerObserverTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private ZooClient client(RawServer server) {
        return ZooClient.builder()
                .baseUrl(server.url())
                .timeout(Duration.ofSeconds(20))
                .retries(RetryPolicy.upTo(1))
                .pause(duration -> {})
                .observer(new MicrometerObserver(registry))
                .build();
    }

    private String tags(Meter meter) {
        return ((Timer) meter).count() + " "
                + meter.getId().getTags().stream().map(Tag::getValue).sorted().collect(Collectors.joining(", "));
    }

    @Test
    void timesEveryAttemptByWhatTheContractSays() {
        try (RawServer server = RawServer.playing(http(503, ""), http(204, ""), http(204, ""), out -> {});
                ZooClient client = client(server)) {
            client.animals().feedAnimal("s3cr3t");
            client.animals().feedAnimal("s3cr3t");
            assertThatThrownBy(() -> client.keepers()
                            .login(Login.builder().user("u").password("s3cr3t").build()))
                    .isInstanceOf(TransportException.class);
        }

        assertThat(registry.getMeters())
                .allMatch(meter -> meter.getId().getName().equals("countersign.client.attempts"))
                .map(this::tags)
                .containsExactlyInAnyOrder(
                        "1 503, PUT, PUT /animals/{id}, first, server_error",
                        "1 204, PUT, PUT /animals/{id}, retry, success",
                        "1 204, PUT, PUT /animals/{id}, first, success",
                        "1 POST, POST /keepers/login, broken, first, none");
    }
}
