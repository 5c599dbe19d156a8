package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.verify.pact.PactDifference;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** The pact file says what the contract says, in every interaction. */
class PactIT {
    @TestFactory
    Stream<DynamicTest> pactSaysWhatTheContractSays() {
        Map<String, List<String>> differences = PactDifference.between(
                Subject.expectedPact(), JsonMapper.shared().readTree(Subject.pactFile()));
        Stream<DynamicTest> cases = Subject.derivation().cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(),
                        () -> new Breach("the pact", each, differences.getOrDefault(each.name(), List.of())).isNone()));
        List<String> documented =
                Subject.derivation().cases().stream().map(Object::toString).toList();
        return Stream.concat(
                cases,
                Stream.of(DynamicTest.dynamicTest(
                        "nothing that is not documented",
                        () -> assertThat(documented)
                                .as("every interaction of the pact is documented")
                                .containsAll(differences.keySet()))));
    }
}
