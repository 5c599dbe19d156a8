package dev.countersign.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.junit.MockServerExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged client in the applications of others: it makes the documented calls with the libraries that their frameworks
 * choose, and their own mappers write and read its models as it does itself.
 */
class WorldsIT {
    private static final Path INPUT = Path.of("../openapi/target/generator-input.json");
    private static final boolean STRICT = Boolean.getBoolean("docs.strict");

    @RegisterExtension
    static final MockServerExtension mock = MockServerExtension.serving(Path.of(System.getProperty("invoked.in"))
            .resolve(System.getProperty("client.contract"))
            .toString());

    @TempDir
    static Path folder;

    private static List<DocumentedCall> calls;
    private static Worlds worlds;

    @BeforeAll
    static void resolve() throws Exception {
        calls = DocumentedCall.in(INPUT);
        worlds = Worlds.resolved(ClientJar.ofThisBuild(), calls, folder);
    }

    @AfterAll
    static void close() throws Exception {
        if (worlds != null) {
            worlds.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot-3", "boot-4"})
    void areOfSpringBoot(String world) throws Exception {
        assertWorks(worlds.run(world, Worlds.javas().get(0), mock.url()), "0");
    }

    @Test
    void haveAnotherFeignClientBesideIt() throws Exception {
        List<String> lines =
                new ArrayList<>(worlds.run("open-feign", Worlds.javas().get(0), mock.url()));

        assertThat(lines.remove("the other client works")).as(lines.toString()).isTrue();
        assertWorks(lines, "0");
    }

    @Test
    void runOnEveryJdkThatIsHere() throws Exception {
        for (Path java : Worlds.javas()) {
            // Its mapper has no module for dates.
            assertWorks(worlds.run("plain", java, mock.url()), "[0-9]+");
        }
    }

    /** @param refused how many values the application's mapper may refuse by name */
    private static void assertWorks(List<String> lines, String refused) {
        assertThat(lines).as("one line for the values and one for each call").hasSize(calls.size() + 1);
        assertThat(lines.get(0))
                .matches(
                        STRICT
                                ? "[1-9][0-9]* values are the same, 0 are not, " + refused + " are refused"
                                : "[0-9]+ values are the same, [0-9]+ are not, [0-9]+ are refused");
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Optional<String> complaint = calls.get(i).complaint(lines.get(i + 1));
            complaint.ifPresent(complaints::add);
        }
        if (STRICT) {
            assertThat(complaints).isEmpty();
        }
    }
}
