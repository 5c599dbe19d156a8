package dev.countersign.verify.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A document that changes while pages are open. */
class ReloadIT {
    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void reachesPagesThatAreOpen() throws IOException, InterruptedException {
        Path document = Files.writeString(folder.resolve("greeting.yaml"), """
                openapi: 3.1.0
                info: {title: Greeting, version: '1'}
                paths:
                  /greeting: {get: {operationId: greet, responses: {'200': {description: '', content: {text/plain: {example: hello}}}}}}
                """);
        try (ControlledMock mock = ControlledMock.packaged(document.toString())) {
            new BrowserTests(folder).run("reload.test.mjs", mock.url(), Map.of("DOCUMENT", document.toString()));
        }

        assertThat(document).content().contains("welcome");
    }
}
