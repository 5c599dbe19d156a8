package dev.countersign.openapi.codegen;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Build step: writes {@code generator-input.json}, from which client and contract tests are generated. */
final class WriteGeneratorInput {
    private WriteGeneratorInput() {}

    /** Arguments: the document, the folder to write to, and optionally a file without which there is nothing to do. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        Path input = folder.resolve("generator-input.json");
        Files.deleteIfExists(input);
        if (args.length > 2 && Files.notExists(Path.of(args[2]))) {
            return; // The contract of the build has faults, which were printed a moment ago.
        }
        Files.createDirectories(folder);
        try {
            Contract contract = ContractLoader.load(Path.of(args[0])).contract();
            Files.writeString(input, GeneratorInput.of(contract).toPrettyString(), StandardCharsets.UTF_8);
        } catch (ContractException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
