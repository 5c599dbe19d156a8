package dev.countersign.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.junit.MockServerExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The calls that the documentation pages show are made by a consumer's program, on the packaged client, to a mock of the
 * document that the client was generated from.
 */
class DocumentedCallsIT {
    private static final Path INPUT = Path.of("../openapi/target/generator-input.json");
    private static final boolean STRICT = Boolean.getBoolean("docs.strict");

    @RegisterExtension
    static final MockServerExtension mock = MockServerExtension.serving(Path.of(System.getProperty("invoked.in"))
            .resolve(System.getProperty("client.contract"))
            .toString());

    @TempDir
    static Path folder;

    private static List<DocumentedCall> calls;
    private static Consumer consumer;

    @BeforeAll
    static void compile() throws IOException {
        calls = DocumentedCall.in(INPUT);
        consumer = Consumer.compiled(ClientJar.ofThisBuild(), calls, folder);
    }

    @Test
    void endAsThePagesSayOnTheClassPath() throws Exception {
        assertDocumented(consumer.onTheClassPath(mock.url()));
    }

    @Test
    void endAsThePagesSayInAModule() throws Exception {
        assertDocumented(consumer.asAModule(mock.url()));
    }

    /** Maven reads the published pom as anybody's, and brings the libraries that it names. */
    @Test
    void endAsThePagesSayInAProjectWithNothingButTheClientInItsPom(@TempDir Path project) throws Exception {
        ClientJar client = ClientJar.ofThisBuild();
        Consumer built = Consumer.builtByMaven(client, calls, project);

        assertThat(built.jars()).containsExactlyInAnyOrderElementsOf(consumer.jars());
        assertDocumented(built.onTheClassPath(mock.url()));
    }

    private void assertDocumented(List<String> outcomes) throws Exception {
        assertThat(outcomes).as("one line for each call").hasSameSizeAs(calls);
        List<String> told = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            told.add(calls.get(i).operation() + ": " + outcomes.get(i));
            calls.get(i).complaint(outcomes.get(i)).ifPresent(complaints::add);
        }
        Files.write(Path.of("target/documented-calls.txt"), told);
        if (STRICT) {
            assertThat(complaints).as("calls that do not end as documented").isEmpty();
            mock.assertRequestsValid();
        }
    }
}
