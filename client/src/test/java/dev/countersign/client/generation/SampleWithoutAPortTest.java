package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The sample of docs/junit-extension.md that needs no port, as it stands there, compiled and run by JUnit. */
class SampleWithoutAPortTest {
    private static final Pattern SAMPLE =
            Pattern.compile("(?s)```java\n((?:(?!```).)*mock\\.httpClient\\(\\)(?:(?!```).)*)```");

    private static final String CLASS = """
            package generated;

            import static org.assertj.core.api.Assertions.assertThat;

            import dev.countersign.mock.junit.MockServerExtension;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.extension.RegisterExtension;

            class SampleTests {
            %s}
            """;

    @Test
    void signsIn(@TempDir Path folder) throws Exception {
        GeneratedClient client = GeneratedClient.of(Path.of("../openapi/auth.yaml"), folder);
        Matcher sample = SAMPLE.matcher(Files.readString(Path.of("../docs/junit-extension.md")));
        assertThat(sample.find()).isTrue();
        // What is generated here is called otherwise than what the shipped contract's client is called.
        String code = sample.group(1).replaceAll("\\bAuth(Client|Examples)\\b", "Odd$1");
        Files.writeString(client.sources().resolve("SampleTests.java"), CLASS.formatted(code.indent(4)));
        Path classes = Files.createDirectory(folder.resolve("sample"));
        assertThat(GeneratedClient.compile(client.sources(), classes)).isEmpty();

        TestExecutionSummary summary = run(classes);

        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures));
        assertThat(failures.toString()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isOne();
    }

    private static TestExecutionSummary run(Path classes) throws Exception {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, SampleWithoutAPortTest.class.getClassLoader())) {
            Class<?> sample = loader.loadClass("generated.SampleTests");
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(List.of(selectClass(sample)))
                                    .build(),
                            listener);
        }
        return listener.getSummary();
    }
}
