package dev.countersign.verify.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * openapi-pact-comparator, which holds a pact against a document without calling anybody.
 *
 * @param cli its command line
 */
public record Comparator(Path cli) {
    /** The one that is installed in a folder. */
    public static Comparator in(Path home) {
        return new Comparator(home.resolve("node_modules/@pactflow/openapi-pact-comparator/dist/cli.cjs"));
    }

    /** What is wrong with a pact, one line each; empty when it fits the document. */
    public List<String> errors(Path document, Path pact) {
        String output = run(List.of("node", cli.toString(), document.toString(), pact.toString()));
        if (!output.startsWith("[")) {
            return List.of("openapi-pact-comparator ends without a verdict");
        }
        JsonNode findings = JsonMapper.shared().readTree(output);
        return findings.valueStream()
                .filter(finding -> finding.path("type").asString("").equals("error"))
                .map(finding -> finding.path("mockDetails")
                                .path("interactionDescription")
                                .asString("?") + ": "
                        + finding.path("message").asString("?") + " ("
                        + finding.path("mockDetails").path("location").asString("?") + ")")
                .toList();
    }

    /** Through a file: Node ends without waiting for a pipe, which holds 64 KiB. */
    private static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("comparator", ".json");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(output.toFile())
                        .start();
                process.waitFor();
                return Files.readString(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("openapi-pact-comparator cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
