package dev.countersign.verify;

import dev.countersign.verify.report.Check;
import dev.countersign.verify.report.Outcome;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of this build, verified as in any other build: each check is a test. */
class ContractIT {
    @TestFactory
    Stream<DynamicTest> contractIsKept() throws IOException {
        Properties properties = System.getProperties();
        Map<String, String> settings = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        return new Verification(new Settings(settings))
                .run().checks().stream()
                        .map(check -> DynamicTest.dynamicTest(
                                check.layer().title() + ": " + check.name(), () -> holds(check)));
    }

    private static void holds(Check check) {
        Assumptions.assumeFalse(check.outcome() instanceof Outcome.PassedOver, check.message());
        Assertions.assertFalse(check.hasFailed(), check::message);
    }
}
