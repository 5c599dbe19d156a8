package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.MockOptions;
import dev.countersign.openapi.ContractLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartCostTest {
    private static final CompiledDocument NOTES = CompiledDocument.of(
            ContractLoader.load(Path.of("src/test/resources/contracts/notes.yaml"))
                    .contract(),
            MockOptions.DEFAULTS);

    /** The best of several, because the machine may have other work; the first one loads the server's classes. */
    @Test
    void aMockStartsInWellUnderAHundredMillisecondsAfterTheFirst() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 6; i++) {
            long start = System.nanoTime();
            MockedApi mock = MockedApi.start(NOTES);
            best = Math.min(best, System.nanoTime() - start);
            mock.close();
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
    }
}
