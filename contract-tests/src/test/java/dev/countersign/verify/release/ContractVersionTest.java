package dev.countersign.verify.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which step of a version announces a break (semver.org, items 4 and 8). */
class ContractVersionTest {
    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "1.0.0,      1.0.0,      false",
        "1.0.0,      1.0.1,      false",
        "1.0.0,      1.1.0,      false",
        "1.9.9,      2.0.0,      true",
        "2.0.0,      1.0.0,      false",
        "9.0.0,      10.0.0,     true",
        "0.3.1,      0.3.2,      false",
        "0.3.1,      0.4.0,      true",
        "0.4.0,      0.3.0,      false",
        "0.9.0,      1.0.0,      true",
        "v1,         v2,         true",
        "1.0,        1.1,        false",
        "1.0.0-rc.1, 2.0.0-rc.1, true",
        "2026-01-31, 2026-02-28, true",
        "2026-01-31, 2026-01-31, false",
    })
    void announcesABreak(String released, String current, boolean expected) {
        assertThat(new ContractVersion(current).mayBreak(new ContractVersion(released)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "after {0}: {1} breaks, {2} does not")
    @CsvSource({
        "1.4.2,      2.0.0,           1.5.0",
        "0.3.1,      0.4.0,           0.3.2",
        "v3,         4.0.0,           3.1.0",
        "2026-01-31, another version, another version",
    })
    void namesTheLeastVersion(String released, String breaking, String compatible) {
        ContractVersion version = new ContractVersion(released);
        assertThat(version.nextBreaking()).isEqualTo(breaking);
        assertThat(version.nextCompatible()).isEqualTo(compatible);
    }
}
