package dev.countersign.verify.diff;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A document as git has it at a revision, with the files beside it that it may refer to.
 *
 * @param revision a commit, branch or tag
 * @param file where the document lies, or lay, in a working tree
 */
public record GitDocument(String revision, Path file) {
    private static final String SAME_FILE = "git:";
    private static final String MAY_BE_REFERRED_TO = ".*\\.(?i:ya?ml|json)";

    /**
     * The document that a name stands for: {@code git:REVISION}, which is the current document's file at that revision, or
     * {@code REVISION:PATH}. Absent for the name of a file that is there, and for an address.
     */
    public static Optional<GitDocument> named(String name, Path current) {
        if (name.startsWith(SAME_FILE)) {
            return Optional.of(new GitDocument(name.substring(SAME_FILE.length()), current));
        }
        int colon = name.indexOf(':');
        boolean other = colon <= 1 || name.startsWith("//", colon + 1) || Files.exists(Path.of(name));
        return other
                ? Optional.empty()
                : Optional.of(new GitDocument(name.substring(0, colon), Path.of(name.substring(colon + 1))));
    }

    /**
     * Reads the document, from a copy of every YAML and JSON file of its repository that is gone afterwards.
     *
     * @throws ContractException when there is no git, no such revision, or no such file in it
     */
    public LoadedContract load() throws IOException {
        Path copy = Files.createTempDirectory("countersign");
        try {
            return ContractLoader.load(fetch(copy));
        } finally {
            try (Stream<Path> files = Files.walk(copy)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private Path fetch(Path into) throws IOException {
        if (revision.isEmpty() || revision.startsWith("-")) {
            throw unknown("This is no revision.");
        }
        Path place = file.toAbsolutePath().normalize();
        Path folder = place.getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw unknown("There is no folder of this name.");
        }
        Path top = Path.of(git(folder, into, Optional.empty(), "rev-parse", "--show-toplevel")
                .strip());
        String document = top.relativize(folder.toRealPath().resolve(folder.relativize(place)))
                .toString()
                .replace('\\', '/');
        git(top, into, Optional.empty(), "read-tree", revision);
        List<String> names = Stream.of(
                        git(top, into, Optional.empty(), "ls-files", "-z").split("\0"))
                .filter(name -> name.equals(document) || name.matches(MAY_BE_REFERRED_TO))
                .toList();
        if (!names.contains(document)) {
            throw unknown("git has no file " + document + " there.");
        }
        Path list = Files.writeString(into.resolve("names"), String.join("\0", names));
        git(
                top,
                into,
                Optional.of(list),
                "checkout-index",
                "-z",
                "--stdin",
                "--force",
                "--prefix=" + into.toAbsolutePath() + "/");
        return into.resolve(document);
    }

    /** What git prints; it has an index of its own, so that nothing changes in the working tree. */
    private String git(Path folder, Path own, Optional<Path> input, String... arguments) throws IOException {
        ProcessBuilder git = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectError(Files.createTempFile("git", ".txt").toFile());
        git.environment()
                .put("GIT_INDEX_FILE", own.resolve("index").toAbsolutePath().toString());
        input.ifPresent(file -> git.redirectInput(file.toFile()));
        Path complaint = git.redirectError().file().toPath();
        try {
            Process process = git.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw unknown("git says: "
                        + Files.readString(complaint)
                                .strip()
                                .lines()
                                .findFirst()
                                .orElse("nothing") + ".");
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("git was interrupted.");
        } finally {
            Files.delete(complaint);
        }
    }

    private ContractException unknown(String what) {
        return new ContractException(List.of(new Problem(
                Problem.Severity.ERROR,
                new Problem.Place(revision + ":" + file, Optional.empty(), ""),
                what,
                "Name a commit, branch or tag that has the document: git:REVISION, or REVISION:PATH.")));
    }
}
