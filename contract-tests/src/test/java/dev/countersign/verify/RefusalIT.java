package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Probe;
import dev.countersign.verify.provider.ProbeCall;
import dev.countersign.verify.provider.Probes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The mock server refuses what the contract forbids, and nothing else. */
class RefusalIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    @TestFactory
    Stream<DynamicTest> mockServerRefusesWhatTheContractForbids() {
        List<Probe> probes = Probes.of(Subject.derivation().cases(), new SchemaSamples(Subject.contract()));
        ProbeCall call = new ProbeCall(MOCK.url());
        return probes.stream()
                .map(probe -> DynamicTest.dynamicTest(
                        probe.conversation().operation().id() + ": " + probe.name(),
                        () -> assertThat(call.fault(probe))
                                .as("what is wrong with the mock server's answer")
                                .isEmpty()));
    }
}
