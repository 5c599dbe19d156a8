package dev.countersign.client.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call that a documentation page shows.
 *
 * @param operation which one it calls
 * @param code the statement
 * @param answered whether the page shows the body of a successful answer, too
 * @param failures the statuses of the errors that the page lists, ranges and {@code default} among them
 */
record DocumentedCall(String operation, String code, boolean answered, List<String> failures) {

    /** Every one that the generator was told to show. */
    static List<DocumentedCall> in(Path generatorInput) throws IOException {
        JsonNode input = JsonMapper.shared().readTree(Files.readString(generatorInput));
        List<DocumentedCall> calls = new ArrayList<>();
        for (JsonNode path : input.path("paths")) {
            JsonNode described = path.iterator().next().path("x-operation");
            if (described.path("hasExample").booleanValue()) {
                calls.add(new DocumentedCall(
                        described.path("id").stringValue(),
                        described.path("exampleCall").stringValue(),
                        described.path("hasAnswer").booleanValue(),
                        described
                                .path("failures")
                                .valueStream()
                                .map(failure -> failure.path("status").stringValue())
                                .toList()));
            }
        }
        return calls;
    }

    /** What is wrong with how the call ended; absent when the page prepares its reader for that. */
    Optional<String> complaint(String outcome) {
        boolean documented = outcome.equals(Consumer.RETURNED)
                || (outcome.startsWith(Consumer.STATUS)
                        && !answered
                        && documents(outcome.substring(Consumer.STATUS.length())));
        return documented ? Optional.empty() : Optional.of(operation + ": " + outcome);
    }

    private boolean documents(String status) {
        return failures.contains(status) || failures.contains(status.charAt(0) + "XX") || failures.contains("default");
    }
}
