package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this build has made of its contract, whichever that is. */
class ShippedContractTest {
    private static final Path OPENAPI = Path.of("../openapi/target");

    @TempDir
    Path folder;

    @Test
    void theExamplesOfItsDocumentationCompile() throws Exception {
        Properties contract = new Properties();
        try (Reader reader = Files.newBufferedReader(OPENAPI.resolve("contract.properties"))) {
            contract.load(reader);
        }
        String packageName = System.getProperty("contract.package", contract.getProperty("contract.package"));
        String name = System.getProperty("contract.name", contract.getProperty("contract.name"));
        JsonNode input = JsonMapper.shared().readTree(Files.readString(OPENAPI.resolve("generator-input.json")));
        Files.writeString(
                folder.resolve(DocumentedExamples.CLASS + ".java"),
                DocumentedExamples.source(input, packageName, name));

        assertThat(GeneratedClient.compile(folder, folder)).isEmpty();
    }

    /** Each of these reaches every consumer of the client; a new one is a decision, not an accident. */
    @Test
    void itBringsTheseLibrariesAndNoOthers() throws Exception {
        List<String> expected = List.of(
                "feign-core",
                "jackson-annotations",
                "jackson-core",
                "jackson-databind",
                "jackson-datatype-jsr310",
                "jspecify");

        assertThat(Files.readAllLines(Path.of("target/runtime-classpath.txt")).stream()
                        .flatMap(line -> Stream.of(line.split("[:;]")))
                        // What this build has made itself, packaged or not.
                        .filter(jar ->
                                !Path.of(jar).startsWith(Path.of("runtime").toAbsolutePath()))
                        .map(jar -> Path.of(jar).getFileName().toString().replaceAll("-\\d.*", ""))
                        .sorted())
                .isEqualTo(expected);
    }
}
