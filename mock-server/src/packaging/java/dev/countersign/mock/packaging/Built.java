package dev.countersign.mock.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the packaged server was made from, and what was made, in a file beside it, so that the next build can tell whether
 * anything has changed.
 *
 * @param root the repository's folder
 */
public record Built(Path root) {
    private static final String TARGET = "mock-server/target";
    private static final String FILE = "mock-server.built";
    /** The launcher and all that it starts, on whichever JDK. */
    private static final List<String> OUTPUTS = List.of(
            "mock-server", "mock-server.jar", "mock-server.jvm", "archive.jvm", "mock-server.jsa", "mock-server.aot");

    /**
     * Ends a build: notes its state. Arguments: the repository's folder, when the build began, and the modules in it.
     *
     * <p>A build of the mock server alone has taken the other module from elsewhere, and nothing is known of it.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Built built = new Built(Path.of(args[0]).toRealPath());
        Files.deleteIfExists(built.target().resolve(FILE));
        if (args[2].contains(":openapi:")) {
            built.note(Instant.parse(args[1]));
        }
    }

    /** Where the packaged server is. */
    Path target() {
        return root.resolve(TARGET);
    }

    /** What differs from the last whole build, the first of it; nothing when nothing does. */
    Optional<String> changed() throws IOException, InterruptedException {
        Map<String, String> before = new TreeMap<>();
        for (String line : Files.readAllLines(target().resolve(FILE))) {
            String[] valueAndName = line.split("\t", 2);
            before.put(valueAndName[valueAndName.length - 1], valueAndName[0]);
        }
        Map<String, String> now = state();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .findFirst();
    }

    /** An input that was written since the build began may have come too late for it. */
    private void note(Instant begun) throws IOException, InterruptedException {
        if (!new Inputs(root).areOlderThan(begun)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        state().forEach((name, value) -> lines.add(value + "\t" + name));
        Path part = Files.write(target().resolve(FILE + ".part"), lines);
        Files.move(part, target().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The inputs, and the outputs by size and time: another build, or half of one, has written them at another time. */
    private Map<String, String> state() throws IOException, InterruptedException {
        Map<String, String> state = new TreeMap<>(new Inputs(root).state());
        for (String output : OUTPUTS) {
            Path file = target().resolve(output);
            if (Files.exists(file)) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                state.put(TARGET + "/" + output, attributes.size() + " " + attributes.lastModifiedTime());
            }
        }
        return state;
    }
}
