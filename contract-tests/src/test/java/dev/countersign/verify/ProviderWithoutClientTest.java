package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.build.ContractBuild;
import dev.countersign.openapi.build.Gate;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.report.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider is verified where no client was generated. */
class ProviderWithoutClientTest {
    private static final Path STYLES = Path.of("src/test/resources/contracts/styles.yaml");
    private static final Path RELEASE = Path.of("src/test/resources/contracts/release-sample.yaml");

    @TempDir
    Path folder;

    @BeforeEach
    void build() throws IOException {
        new ContractBuild(STYLES, STYLES, folder, Gate.LENIENT, "", "").run();
    }

    @Test
    void providerThatKeepsTheContractIsGreen() throws IOException {
        try (OwnMock provider = OwnMock.of(ContractLoader.load(STYLES).contract())) {
            assertThat(verify(provider).verdict()).isEqualTo("✓ The contract is kept");
        }
        assertThat(folder.resolve("verification/report.html")).exists();
    }

    @Test
    void providerOfAnotherContractIsRedAndNamed() throws IOException {
        try (OwnMock provider = OwnMock.of(ContractLoader.load(RELEASE).contract())) {
            assertThat(verify(provider).verdict())
                    .isEqualTo("✗ The provider at " + provider.url() + " breaks the contract");
        }
    }

    @Test
    void wholeWalkNeedsTheClientAndSaysSo() {
        assertThatThrownBy(() -> new Verification(settings("")).run())
                .hasMessageEndingWith("EveryStyleClient is not on the class path; generate and compile it first");
    }

    private Summary verify(OwnMock provider) throws IOException {
        return new Verification(settings(provider.url().toString())).provider();
    }

    private Settings settings(String provider) {
        return new Settings(
                Map.of("contract.dir", folder.toString(), "build.dir", folder.toString(), "provider.url", provider));
    }
}
