package dev.countersign.mock.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive of the self-contained server, unpacked where a user unpacks it. */
@Timeout(120)
class SelfContainedReleaseIT {
    @TempDir
    private Path folder;

    @Test
    void servesFromAPathWithSpacesAndWithoutAnyJavaOfTheMachine() throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve("my programs"));
        Path document = ServedDocument.write(place.resolve("my api.yaml"));
        assertThat(new ProcessBuilder("tar", "-xzf", System.getProperty("self.contained"), "-C", place.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        Path program;
        try (var unpacked = Files.list(place)) {
            program = unpacked.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow()
                    .resolve("mock-server");
        }
        ProcessBuilder server = new ProcessBuilder(program.toString(), "serve", document.toString(), "--port", "0");
        server.environment().clear();

        assertThat(ServedDocument.answerOf(server)).isEqualTo("pong");
        assertThat(program.resolveSibling("LICENSE")).exists();
    }
}
