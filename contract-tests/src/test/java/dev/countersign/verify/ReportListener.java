package dev.countersign.verify;

import dev.countersign.verify.report.Check;
import dev.countersign.verify.report.Summary;
import dev.countersign.verify.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Lets every run of these tests by a build end in a report, whatever comes of them. */
public final class ReportListener implements TestExecutionListener {
    private static final String CONSUMER = "1-consumer";

    private final String phase = System.getProperty("verification.phase", "");
    private final List<Check> checks = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (phase.equals(CONSUMER)) {
            try {
                report().begin();
                Files.deleteIfExists(Subject.directory("build.dir").resolve("mutants.md"));
            } catch (IOException e) {
                System.out.println("contract tests: the last report cannot be deleted: " + e.getMessage());
            }
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, Check.Outcome.PASSED_OVER, reason);
    }

    /** A container tells only of itself what its tests cannot: that they were not run. */
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String message = result.getThrowable()
                .map(thrown -> thrown.getMessage() == null ? thrown.toString() : thrown.getMessage())
                .orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    add(test, Check.Outcome.PASSED, "");
                }
            }
            case FAILED -> add(test, Check.Outcome.FAILED, message);
            case ABORTED -> add(test, Check.Outcome.PASSED_OVER, message);
        }
    }

    private void add(TestIdentifier test, Check.Outcome outcome, String message) {
        TestSource source = test.getSource().orElse(null);
        String method = source instanceof MethodSource at ? at.getMethodName() : "";
        String type = source instanceof MethodSource at
                ? at.getClassName()
                : source instanceof ClassSource at ? at.getClassName() : test.getDisplayName();
        boolean isNamed = !test.getDisplayName().equals(method + "()") && source instanceof MethodSource;
        checks.add(new Check(
                type.substring(type.lastIndexOf('.') + 1),
                method,
                isNamed ? test.getDisplayName() : "",
                outcome,
                message.strip()));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (phase.isEmpty()) {
            return;
        }
        try {
            VerificationReport report = report();
            List<Check> all = report.keep(phase, List.copyOf(checks));
            Path page = report.write(new Summary(
                    Subject.contract().title() + " " + Subject.contract().version(),
                    System.getProperty("provider.url", "").isBlank()
                            ? "the packaged mock server"
                            : ProviderUnderTest.withoutUser(System.getProperty("provider.url")),
                    Subject.derivation().cases(),
                    all,
                    MutantReport.score(),
                    options()));
            System.out.println("contract tests: report in " + page);
        } catch (IOException | RuntimeException | LinkageError e) {
            System.out.println("contract tests: no report could be written: " + e.getMessage());
        }
    }

    /** No header field, because it may be a secret. */
    private static String options() {
        return Stream.of("contract", "contract.gate", "client.contract", "provider.url", "provider.state.url")
                .filter(name -> !System.getProperty(name, "").isBlank())
                .map(name -> "-D" + name + "=" + ProviderUnderTest.withoutUser(System.getProperty(name)) + " ")
                .collect(Collectors.joining());
    }

    private static VerificationReport report() {
        return new VerificationReport(Subject.directory("build.dir").resolve("verification"));
    }
}
