package dev.countersign.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which faults were planted, and who noticed. Not thread-safe. */
final class MutantReport {
    private final Map<String, Optional<Layers.Kill>> verdicts = new LinkedHashMap<>();

    void add(String actor, String mutant, Optional<Layers.Kill> kill) {
        verdicts.put("| " + actor + " | " + mutant, kill);
    }

    /** Writes {@code mutants.md} into the build folder, and says the score. */
    void write() throws IOException {
        if (verdicts.isEmpty()) {
            return;
        }
        long killed = verdicts.values().stream().flatMap(Optional::stream).count();
        long late = verdicts.values().stream()
                .flatMap(Optional::stream)
                .filter(kill -> kill.layer().equals("contract against release"))
                .count();
        String score = killed + " of " + verdicts.size() + " mutants killed, " + late
                + " of them only by comparison with what was released";
        Path report = Subject.directory("build.dir").resolve("mutants.md");
        Files.write(
                report,
                Stream.concat(
                                Stream.of(
                                        "# Mutants of " + Subject.contract().title(),
                                        "",
                                        score + ".",
                                        "",
                                        "| who changed | how | verdict | first red layer | what it says |",
                                        "| --- | --- | --- | --- | --- |"),
                                verdicts.entrySet().stream().map(row -> row.getKey() + " | " + text(row.getValue())))
                        .toList());
        System.out.println("contract tests: " + score + ", see " + report);
    }

    /** The score that the last run has written; empty where it has written none. */
    static String score() throws IOException {
        Path report = Subject.directory("build.dir").resolve("mutants.md");
        return Files.exists(report) ? Files.readAllLines(report).get(2) : "";
    }

    private static String text(Optional<Layers.Kill> kill) {
        return kill.map(k -> "killed | " + k.layer() + " | " + k.what().replace("|", "\\|") + " |")
                .orElse("SURVIVES | | |");
    }
}
