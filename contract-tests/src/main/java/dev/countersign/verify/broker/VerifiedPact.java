package dev.countersign.verify.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The outcome of verifying a pact that came from a broker, kept in a file between the tests and the publication.
 *
 * @param resultLink where the broker wants the result
 */
public record VerifiedPact(String consumer, String provider, String resultLink, boolean success) {
    private static final String FILE = "broker-results.json";

    /** The outcome of this pact, which was read from a broker. */
    public static VerifiedPact of(JsonNode pact, boolean success) {
        return new VerifiedPact(
                pact.path("consumer").path("name").asString("?"),
                pact.path("provider").path("name").asString("?"),
                new HalResource("the pact", pact).link("pb:publish-verification-results", Map.of()),
                success);
    }

    /** Removes the results of an earlier build. */
    public static void forget(Path buildFolder) throws IOException {
        Files.deleteIfExists(buildFolder.resolve(FILE));
    }

    /** Leaves results in the build folder, for the publication to find. */
    public static void write(Path buildFolder, List<VerifiedPact> results) throws IOException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        results.forEach(result -> all.addObject()
                .put("consumer", result.consumer)
                .put("provider", result.provider)
                .put("resultLink", result.resultLink)
                .put("success", result.success));
        Files.createDirectories(buildFolder);
        Files.writeString(buildFolder.resolve(FILE), all.toPrettyString());
    }

    /** The results of this build; none when no pact came from a broker. */
    static List<VerifiedPact> read(Path buildFolder) throws IOException {
        Path file = buildFolder.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(file))
                .valueStream()
                .map(result -> new VerifiedPact(
                        result.path("consumer").asString(),
                        result.path("provider").asString(),
                        result.path("resultLink").asString(),
                        result.path("success").asBoolean()))
                .toList();
    }
}
