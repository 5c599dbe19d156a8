package dev.countersign.verify.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which faults were planted, and which check noticed. Not thread-safe. */
public final class MutantReport {
    private final Map<String, Optional<Detection.Kill>> verdicts = new LinkedHashMap<>();

    void add(String actor, String mutant, Optional<Detection.Kill> kill) {
        verdicts.put("| " + actor + " | " + mutant, kill);
    }

    boolean isEmpty() {
        return verdicts.isEmpty();
    }

    /** Writes {@code mutants.md} into a folder. */
    Path write(String title, Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.write(
                folder.resolve("mutants.md"),
                Stream.concat(
                                Stream.of(
                                        "# Mutants of " + title,
                                        "",
                                        score() + ".",
                                        "",
                                        "| who changed | how | verdict | first red layer | what it says |",
                                        "| --- | --- | --- | --- | --- |"),
                                verdicts.entrySet().stream().map(row -> row.getKey() + " | " + text(row.getValue())))
                        .toList());
    }

    /** The score in one line. */
    String score() {
        long killed = verdicts.values().stream().flatMap(Optional::stream).count();
        long late = verdicts.values().stream()
                .flatMap(Optional::stream)
                .filter(kill -> kill.layer().equals("contract against release"))
                .count();
        return killed + " of " + verdicts.size() + " mutants killed, " + late
                + " of them only by comparison with what was released";
    }

    private static String text(Optional<Detection.Kill> kill) {
        return kill.map(k -> "killed | " + k.layer() + " | " + k.what().replace("|", "\\|") + " |")
                .orElse("SURVIVES | | |");
    }
}
