package dev.countersign.verify.diff;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.verify.release.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who uses what of an API, by the pacts of its consumers.
 *
 * @param interactions every request and answer of every pact
 */
public record Consumers(List<PactInteraction> interactions) {
    /** Of whom no pact is known. */
    public static final Consumers NONE = new Consumers(List.of());

    public Consumers {
        interactions = List.copyOf(interactions);
    }

    /**
     * Reads the pacts of a folder: its {@code .json} files.
     *
     * @throws ContractException when there is none, or one cannot be read
     */
    public static Consumers in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<PactInteraction> all = new ArrayList<>();
            List<Path> pacts = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            for (Path pact : pacts) {
                read(pact, all);
            }
            if (pacts.isEmpty()) {
                throw unreadable(folder, "The folder has no pact.");
            }
            return new Consumers(all);
        } catch (IOException e) {
            throw unreadable(folder, "This is no folder that can be read.");
        }
    }

    private static void read(Path file, List<PactInteraction> all) throws IOException {
        JsonNode pact;
        try {
            pact = JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw unreadable(file, "This is no JSON.");
        }
        String consumer = pact.path("consumer").path("name").stringValue("");
        if (consumer.isEmpty() || !pact.path("interactions").isArray()) {
            throw unreadable(file, "This is no pact: it names no consumer, or has no interactions.");
        }
        for (JsonNode interaction : pact.path("interactions")) {
            if (interaction.has("request") && interaction.has("response")) {
                all.add(PactInteraction.of(consumer, interaction));
            }
        }
    }

    /** The names of the consumers who use what a change breaks, in alphabetical order. */
    public List<String> hitBy(Change change) {
        return interactions.stream()
                .filter(interaction -> interaction.uses(change))
                .map(PactInteraction::consumer)
                .distinct()
                .sorted()
                .toList();
    }

    private static ContractException unreadable(Path file, String what) {
        return new ContractException(List.of(new Problem(
                Problem.Severity.ERROR,
                new Problem.Place(file.toString(), Optional.empty(), ""),
                what,
                "Name a folder of pact files with --pacts.")));
    }
}
