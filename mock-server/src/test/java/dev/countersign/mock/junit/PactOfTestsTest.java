package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Test classes of one run write one pact of what they have called. */
class PactOfTestsTest {
    private static final String NOTES = "contracts/notes.yaml";

    @TempDir
    private static Path folder;

    static class First {
        @RegisterExtension
        static final MockServerExtension mock =
                MockServerExtension.serving(NOTES).pact("my-web", folder);

        @Test
        void calls() {
            new Calling(mock.url()).get("/notes");
            assertThat(folder).isEmptyDirectory();
        }
    }

    static class Second {
        @RegisterExtension
        static final MockServerExtension mock =
                MockServerExtension.serving(NOTES).pact("my-web", folder);

        @Test
        void calls() {
            mock.prefer("listNotes", "code=503");
            new Calling(mock.url()).get("/notes");
        }
    }

    @Test
    void isWrittenWhenTheLastOneHasEnded() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(First.class), selectClass(Second.class))
                .execute()
                .testEvents()
                .assertStatistics(all -> all.succeeded(2));

        JsonNode pact = JsonMapper.shared().readTree(folder.resolve("my-web-Notes.json"));
        assertThat(pact.path("interactions")
                        .valueStream()
                        .map(each -> each.at("/response/status").asInt()))
                .containsExactly(200, 503);
    }
}
