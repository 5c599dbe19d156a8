package dev.countersign.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs openapi-pact-comparator, which holds a pact against a document without calling anybody. */
final class Comparator {
    private Comparator() {}

    /** What is wrong with a pact, one line each; empty when it fits the document. */
    static List<String> errors(Path document, Path pact) {
        Path cli = Subject.directory("basedir").resolve("node_modules/@pactflow/openapi-pact-comparator/dist/cli.cjs");
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

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("openapi-pact-comparator cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
