package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.MockRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentLocationTest {
    private static final Path NOTES = Path.of("src/test/resources/contracts/notes.yaml");

    @Test
    void prefersAFileOfTheProjectToAResource() {
        assertThat(DocumentLocation.of(NOTES.toString(), getClass()).address())
                .isEqualTo(NOTES.toAbsolutePath().toUri());
        assertThat(Path.of(
                        DocumentLocation.of("contracts/notes.yaml", getClass()).address()))
                .endsWith(Path.of("test-classes/contracts/notes.yaml"));
    }

    @Test
    void readsAResourceOfAJar(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("contracts.jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes)) {
            entries.putNextEntry(new JarEntry("notes.yaml"));
            Files.copy(NOTES, entries);
        }

        DocumentLocation location = new DocumentLocation(URI.create("jar:" + jar.toUri() + "!/notes.yaml"));

        assertThat(location.load().title()).isEqualTo("Notes");
    }

    @Test
    void readsExamplesBesideTheDocument(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pong.json"), "{\"pong\":1}");
        Path document = Files.writeString(folder.resolve("ping.yaml"), """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths:
                  /ping:
                    get:
                      responses:
                        '200':
                          description: ''
                          content: {application/json: {examples: {one: {externalValue: pong.json}}}}
                """);

        Mock mock = Mock.compile(new DocumentLocation(document.toUri()).load(), MockOptions.DEFAULTS);

        assertThat(mock.answer(MockRequest.of("GET", "/ping", List.of(), "")).text())
                .isEqualTo("{\"pong\":1}");
    }

    @Test
    void saysWhatIsServedWithoutBecauseOfErrors(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("ping.yaml"), """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths:
                  /ping: {get: {responses: {'204': {description: ''}}}}
                  /lost: {get: {responses: {'200': {$ref: '#/components/responses/none'}}}}
                """);
        List<String> said = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(DocumentLocation.class.getName());
        log.addHandler(listening);
        try {
            assertThat(new DocumentLocation(document.toUri()).load().operations())
                    .isNotEmpty();
        } finally {
            log.removeHandler(listening);
        }

        assertThat(said).singleElement(STRING).contains("ping.yaml:5", ": error: ", "#/components/responses/none");
    }
}
