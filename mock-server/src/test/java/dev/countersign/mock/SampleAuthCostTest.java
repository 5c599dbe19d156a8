package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.openapi.ContractLoader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one answer costs. Time depends on the machine; memory does not, and is what a collector later pays for. */
class SampleAuthCostTest {
    private static final int WARM_UP = 5_000;
    private static final int MEASURED = 5_000;
    private static final long MOST_BYTES = 6 * 1024;

    @Test
    void anAnswerAllocatesAtMostSixKibibytes() {
        Mock mock = Mock.compile(
                ContractLoader.load(Path.of("../openapi/auth.yaml")).contract(), MockOptions.DEFAULTS);
        MockRequest request = MockRequest.of(
                "POST",
                "/signIn",
                List.of(new Header("Content-Type", "application/json"), new Header("Accept", "application/json")),
                "{\"email\":\"me@here.org\",\"password\":\"a secret\"}");
        answer(mock, request, WARM_UP);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        answer(mock, request, MEASURED);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / MEASURED;

        assertThat(each).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    }

    private static void answer(Mock mock, MockRequest request, int times) {
        for (int i = 0; i < times; i++) {
            assertStatus(mock.answer(request).status());
        }
    }

    private static void assertStatus(int status) {
        if (status != 200) {
            throw new AssertionError("answered with " + status);
        }
    }
}
