package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.verify.Settings;
import dev.countersign.verify.Verification;
import dev.countersign.verify.report.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control API's document, the client that is generated from it and the mock that serves it, held against each other. */
class ControlContractTest {
    @TempDir
    Path folder;

    @Test
    void clientAndMockKeepTheControlApisContract() throws IOException {
        Summary summary = new Verification(new Settings(
                        Map.of("contract.dir", "target/control", "build.dir", folder.toString(), "mutation", "true")))
                .run();

        assertThat(summary.failures()).isEmpty();
        assertThat(summary.verdict()).isEqualTo("✓ The contract is kept");
    }
}
