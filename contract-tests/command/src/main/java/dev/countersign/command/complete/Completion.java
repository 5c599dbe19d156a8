package dev.countersign.command.complete;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** What a document merely lacks, written where it belongs: names of operations, examples, marks of secrets. */
final class Completion {
    private final LoadedContract loaded;
    private final Map<Path, EditedText> files = new LinkedHashMap<>();
    private final List<String> written = new ArrayList<>();
    private final boolean isSwagger;

    private Completion(LoadedContract loaded) throws IOException {
        this.loaded = loaded;
        for (Path file : loaded.origins().files()) {
            files.put(key(file), new EditedText(read(file)));
        }
        isSwagger = files.values().iterator().next().has("/swagger");
    }

    static Completion of(LoadedContract loaded) throws IOException {
        Completion completion = new Completion(loaded);
        completion.nameOperations();
        MissingExamples.of(loaded.contract()).forEach(completion::addExample);
        ContractCheck.unmarkedSecrets(loaded.contract()).forEach(property -> completion.markSecret(property.pointer()));
        return completion;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new ContractException(List.of(new Problem(
                    Problem.Severity.ERROR,
                    new Place(file.toString(), Optional.empty(), ""),
                    "Only text in UTF-8 can be completed.",
                    "Save the file in UTF-8.")));
        }
    }

    private void nameOperations() {
        Contract contract = loaded.contract();
        OperationIds ids = new OperationIds(contract.operations());
        for (Operation operation : contract.operations()) {
            if (OperationIds.isMissing(operation)) {
                String id = ids.of(operation);
                if (insert(operation.pointer(), "operationId", StringNode.valueOf(id), true)) {
                    written.add("operationId " + id + " of " + operation.method() + " " + operation.path());
                }
            }
        }
    }

    private void addExample(MissingExamples.Missing missing) {
        if (insert(missing.pointer(), missing.key(), missing.value(), false)) {
            written.add("example of " + missing.subject());
        }
    }

    private void markSecret(String pointer) {
        if (insert(pointer, "x-secret", BooleanNode.TRUE, false)) {
            written.add("x-secret of " + pointer);
        }
    }

    private boolean insert(String bundledPointer, String key, JsonNode value, boolean first) {
        Place place = loaded.origins().place(bundledPointer);
        EditedText text = files.get(key(Path.of(place.file())));
        if (text == null) {
            return false;
        }
        SwaggerPlaces at = isSwagger
                ? SwaggerPlaces.of(text, place.pointer(), key, value)
                : new SwaggerPlaces(place.pointer(), key, value);
        return first
                ? text.insertFirst(at.pointer(), at.key(), at.value())
                : text.insertLast(at.pointer(), at.key(), at.value());
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** Every file of the document with its completed text, the document's own first. */
    Map<Path, String> files() {
        Map<Path, String> texts = new LinkedHashMap<>();
        files.forEach((file, text) -> texts.put(file, text.written()));
        return texts;
    }

    /** What was written, one line each. */
    List<String> written() {
        return List.copyOf(written);
    }
}
