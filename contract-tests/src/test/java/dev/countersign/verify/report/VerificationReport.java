package dev.countersign.verify.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report of a build. Its tests run in two processes, one after the other; each leaves what it has seen in a file, so
 * that the later one reports of both.
 */
public final class VerificationReport {
    private final Path folder;

    /** A report that is written into this folder. */
    public VerificationReport(Path folder) {
        this.folder = folder;
    }

    /** Forgets the last build. */
    public void begin() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> last = Files.list(folder)) {
            for (Path file : last.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Keeps what one process has seen, and returns what all have. */
    public List<Check> keep(String process, List<Check> checks) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(process + ".json"), JsonMapper.shared().writeValueAsBytes(checks));
        List<Check> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                all.addAll(
                        JsonMapper.shared().readValue(Files.readAllBytes(file), new TypeReference<List<Check>>() {}));
            }
        }
        return all;
    }

    /** Writes the report for people. */
    public Path write(Summary run) throws IOException {
        Files.writeString(folder.resolve("report.md"), MarkdownReport.of(run));
        return Files.writeString(folder.resolve("report.html"), HtmlReport.of(run));
    }
}
