package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Schemas are walked in one place, {@code SchemaNode} with its {@code InPlaceApplicators}, and pointers escaped in one, {@code
 * Pointer}. The sources of every module are searched for a second one, which would have bounds and faults of its own.
 */
class OneWalkTest {
    private static final Pattern REFERENCE = Pattern.compile("\"\\$(dynamicR|r)ef\"|Pointer\\.ofReference\\(");
    private static final Pattern COMBINATION = Pattern.compile("\"(allOf|anyOf|oneOf)\"");
    private static final Pattern ESCAPE = Pattern.compile("\"~[01]\"|JsonPointer\\.compile|URLDecoder.*[rR]eference");

    /** It compares two documents, whose schemas it merges level by level; what it merges stands in neither. */
    private static final String MERGES = "EffectiveSchema.java";

    /** It looks for one object of a document to plant faults in, which has to be the tree's own and not a copy. */
    private static final String CHANGES = "Tree.java";

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("openapi", "mock-server", "contract-tests")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static List<String> sourcesThat(Predicate<String> test) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            if (test.test(Files.readString(source))) {
                found.add(source.getFileName().toString());
            }
        }
        return found;
    }

    @Test
    void onlySchemaNodesFollowReferencesThroughCombinations() throws IOException {
        List<String> walkers = sourcesThat(text ->
                REFERENCE.matcher(text).find() && COMBINATION.matcher(text).find());

        assertThat(walkers).containsExactlyInAnyOrder("InPlaceApplicators.java", MERGES, CHANGES);
    }

    @Test
    void onlyPointerEscapesAndDecodes() throws IOException {
        assertThat(sourcesThat(text -> ESCAPE.matcher(text).find())).containsExactly("Pointer.java");
    }

    @Test
    void onlyJsonEqualityComparesNumbersByTheirValue() throws IOException {
        Pattern comparison = Pattern.compile(
                "decimalValue\\(\\)\\s*\\.compareTo\\([^)]*decimalValue\\(\\)\\)\\s*== 0", Pattern.DOTALL);

        assertThat(sourcesThat(text -> comparison.matcher(text).find())).containsExactly("Numbers.java");
    }
}
