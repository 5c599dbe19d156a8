package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A consumer's tests with JUnit 5.10, as Spring Boot 3 has it, and without any logging. */
class OldestJUnitIT {
    private static String classPath() {
        List<String> notTheirs = List.of("junit", "opentest4j", "slf4j-simple");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> notTheirs.stream()
                        .noneMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    @Timeout(120)
    void runsTheSampleAndPrintsNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("oldest.junit"),
                        "execute",
                        "--disable-banner",
                        "--details=none",
                        "--class-path",
                        classPath(),
                        "--select-class",
                        SampleAuthConsumerTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEmpty();
    }
}
