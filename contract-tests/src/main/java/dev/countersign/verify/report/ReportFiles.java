package dev.countersign.verify.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a run is written down.
 *
 * @param pages the folder of the report that people read
 * @param results the folder of the JUnit XML that build servers read
 */
public record ReportFiles(Path pages, Path results) {
    private static final String SUITE = "verification.";

    /** Forgets the last run, so that a run that is broken off leaves no verdict behind. */
    public void begin() throws IOException {
        Files.createDirectories(pages);
        Files.createDirectories(results);
        Files.deleteIfExists(pages.resolve("report.md"));
        Files.deleteIfExists(pages.resolve("report.html"));
        try (Stream<Path> last = Files.list(results)) {
            for (Path file : last.filter(each -> each.getFileName().toString().startsWith("TEST-" + SUITE))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Writes everything, and says where the page is. */
    public Path write(Summary run, List<Step> steps) throws IOException {
        Map<String, List<Layer>> byName = new LinkedHashMap<>();
        steps.forEach(step -> byName.merge(
                step.name(),
                step.layers(),
                (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        for (Map.Entry<String, List<Layer>> step : byName.entrySet()) {
            List<Check> checks = run.checks().stream()
                    .filter(check -> step.getValue().contains(check.layer()))
                    .toList();
            if (!checks.isEmpty()) {
                JUnitXml.write(results, SUITE + step.getKey(), checks);
            }
        }
        Files.writeString(pages.resolve("report.md"), MarkdownReport.of(run));
        return Files.writeString(pages.resolve("report.html"), HtmlReport.of(run));
    }
}
