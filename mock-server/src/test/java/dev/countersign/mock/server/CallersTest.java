package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fetch Metadata (W3C, section 2.1), RFC 6454 section 7 (Origin), and names that a page makes mean this machine. */
class CallersTest {
    private static final Callers CALLERS = new Callers(List.of("0.0.0.0", "Mock.Example.Test"));

    private static boolean may(String host, String origin, String site) {
        List<Header> fields = new ArrayList<>();
        fields.add(new Header("Host", host));
        if (origin != null) {
            fields.add(new Header("Origin", origin));
        }
        if (site != null) {
            fields.add(new Header("Sec-Fetch-Site", site));
        }
        return CALLERS.refusal(Headers.of(fields)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:4010,,",
        "LOCALHOST:4010,,none",
        "localhost.:4010,,",
        "app.localhost,,",
        "127.0.0.1:4010,,",
        "127.8.8.8,,",
        "[::1]:4010,,",
        "192.168.1.5:4010,,",
        "mock.example.test:4010,,",
        "localhost:4010,http://localhost:4010,same-origin",
        "localhost:4010,http://localhost:3000,same-site",
        "localhost:4010,http://127.0.0.1:5173,",
        "localhost:4010,https://app.localhost,",
        "192.168.1.5:4010,http://192.168.1.5:3000,",
        "localhost:4010,http://mock.example.test,",
    })
    void mayGiveOrders(String host, String origin, String site) {
        assertThat(may(host, origin, site)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example,,",
        "evil.example:4010,http://evil.example:4010,same-origin",
        "localhost.evil.example,,",
        "127.0.0.1.evil.example,,",
        "notlocalhost,,",
        "'',,",
        "localhost:4010,http://evil.example,",
        "localhost:4010,http://localhost.evil.example,",
        "localhost:4010,http://evil.example?localhost,",
        "localhost:4010,http://localhost@evil.example,",
        "localhost:4010,null,",
        "localhost:4010,file://,",
        "localhost:4010,,cross-site",
        "localhost:4010,http://localhost:3000,cross-site",
        "192.168.1.5:4010,http://192.168.1.6,",
    })
    void mayNotGiveOrders(String host, String origin, String site) {
        assertThat(may(host, origin, site)).isFalse();
    }
}
