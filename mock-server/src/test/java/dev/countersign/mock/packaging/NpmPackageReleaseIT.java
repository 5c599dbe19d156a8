package dev.countersign.mock.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packed npm package, installed into a project and started from there. */
@Timeout(180)
class NpmPackageReleaseIT {
    @TempDir
    private Path project;

    private Path program;

    @BeforeEach
    void install() throws IOException, InterruptedException {
        Files.writeString(project.resolve("package.json"), "{\"name\": \"frontend\", \"private\": true}");
        Path packed;
        try (var files = Files.list(Path.of(System.getProperty("npm.package")))) {
            packed = files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow();
        }
        Process npm = new ProcessBuilder(
                        "npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", packed.toString())
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(npm.waitFor()).isZero();
        program = project.resolve("node_modules/.bin/mock-server");
    }

    private ProcessBuilder command(String... arguments) {
        ProcessBuilder command = new ProcessBuilder(program.toString()).directory(project.toFile());
        command.command().addAll(List.of(arguments));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("XDG_CACHE_HOME", project.resolve("cache").toString());
        return command;
    }

    @Test
    void servesADocument() throws IOException, InterruptedException {
        Path document = ServedDocument.write(project.resolve("api.yaml"));

        assertThat(ServedDocument.answerOf(command("serve", document.toString(), "--port", "0")))
                .isEqualTo("pong");
    }

    @Test
    void passesOnTheExitCode() throws IOException, InterruptedException {
        assertThat(command("serve", "none.yaml")
                        .redirectErrorStream(true)
                        .start()
                        .waitFor())
                .isEqualTo(1);
        assertThat(command("--bad").redirectErrorStream(true).start().waitFor()).isEqualTo(2);
    }

    @Test
    void saysWhatIsMissingWithoutJava() throws IOException, InterruptedException {
        ProcessBuilder command = command("--version").redirectErrorStream(true);
        command.environment().put("JAVA_HOME", "/nowhere");
        Process process = command.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("error: the mock server needs Java 17 or newer, and JAVA_HOME (/nowhere) has none."
                        + " Install one, or set JAVA_HOME to it.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void saysWhichJavaIsTooOld() throws IOException, InterruptedException {
        Path java = Files.createDirectories(project.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        ProcessBuilder command = command("--version").redirectErrorStream(true);
        command.environment().put("JAVA_HOME", project.resolve("old").toString());
        Process process = command.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .endsWith("has Java 11. Set JAVA_HOME to a newer one.");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
