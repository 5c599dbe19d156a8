package dev.countersign.command.init;

import dev.countersign.command.DocumentFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The files of a contract's repository.
 *
 * @param title the contract's
 * @param files its document's, which are copied
 * @param coordinates how its client is called
 * @param toolkit the version of this toolkit that builds it
 */
record Repository(String title, DocumentFiles files, Coordinates coordinates, String toolkit) {
    /** Templates and what they become; a file whose name begins with a dot would be hidden among the sources. */
    private static final Map<String, String> FILES = templates();

    private static Map<String, String> templates() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put("gitignore", ".gitignore");
        files.put("github.yml", ".github/workflows/ci.yml");
        files.put("gitlab.yml", ".gitlab-ci.yml");
        files.put("baseline.md", "baseline/README.md");
        return files;
    }

    /** Makes the folder: with all of its files, or not at all. */
    void write(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path beside = Objects.requireNonNull(target.getParent(), "a folder has a parent");
        Files.createDirectories(beside);
        Path made = Files.createTempDirectory(beside, "." + target.getFileName());
        try {
            String document = copyContract(made.resolve("openapi"));
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Path written = made.resolve(file.getValue());
                Files.createDirectories(written.getParent());
                Files.writeString(written, filled(file.getKey(), document), StandardCharsets.UTF_8);
            }
            Files.move(made, target);
        } finally {
            DocumentFiles.delete(made);
        }
    }

    /** Copies every file of the contract, lying to each other as they do; returns the document's own path. */
    private String copyContract(Path folder) throws IOException {
        for (Path file : files.paths()) {
            Path copy = files.copyIn(folder, file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return "openapi/"
                + folder.relativize(files.documentIn(folder)).toString().replace('\\', '/');
    }

    private String filled(String template, String document) throws IOException {
        try (InputStream text = Repository.class.getResourceAsStream("project/" + template)) {
            return new String(Objects.requireNonNull(text, template).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@groupId@", coordinates.groupId())
                    .replace("@artifactId@", coordinates.artifactId())
                    .replace("@version@", coordinates.version())
                    .replace("@name@", coordinates.name())
                    .replace("@package@", coordinates.packageName())
                    .replace("@title@", plainTitle())
                    .replace("@document@", document)
                    .replace("@toolkit@", toolkit);
        }
    }

    /** As XML and Markdown take it. */
    private String plainTitle() {
        return title.replaceAll("[<>&\\p{Cntrl}]", " ").strip();
    }
}
