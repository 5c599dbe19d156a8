package dev.countersign.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which files the generator makes of a contract: one for each model and each group of operations, and what the settings name.
 *
 * @param names of models and groups
 * @param settings the generator's; empty where there are none yet
 */
record GeneratedFiles(Set<String> names, String settings) {
    GeneratedFiles {
        names = Set.copyOf(names);
    }

    /** Of the contract that was built in a folder; none when there is no such contract. */
    static GeneratedFiles of(Path folder) throws IOException {
        Path input = folder.resolve("generator-input.json");
        Path settings = folder.resolve("client.yaml");
        Set<String> names = new TreeSet<>();
        if (Files.exists(input)) {
            JsonNode document = JsonMapper.shared().readTree(input);
            names.addAll(document.at("/components/schemas").propertyNames());
            document.path("paths")
                    .forEach(path -> path.forEach(
                            operation -> operation.path("tags").forEach(tag -> names.add("group " + tag.asString()))));
        }
        return new GeneratedFiles(names, Files.exists(settings) ? Files.readString(settings) : "");
    }
}
