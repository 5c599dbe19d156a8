package dev.countersign.verify.provider;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerProcessTest {
    @Test
    void serverThatEndsAtOnceIsNamedWithWhatItSaid() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThatThrownBy(
                        () -> ServerProcess.start("a broken server", "listening", List.of(java, "-jar", "no-such.jar")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a broken server did not start: Error: Unable to access jarfile no-such.jar");
    }
}
