package dev.countersign.openapi.build;

import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.codegen.GeneratorInput;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.external.EmbeddedExamples;
import dev.countersign.openapi.external.ExternalExamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a build makes of its contract: reads it with every file that it refers to, checks it, and writes
 *
 * <ul>
 *   <li>{@code contract.json}, the one document that everything else is made from, with the examples of other files in it;
 *   <li>{@code contract.properties}, which names what is generated: {@code contract.name}, {@code contract.package};
 *   <li>{@code generator-input.json}, which client and typed calls are generated from.
 * </ul>
 *
 * <p>All of them or, when the contract is not fit to be built from, none. A file that would have the same content is left
 * alone, so that what was made of it stays up to date.
 *
 * @param document the contract
 * @param clientDocument what the client alone is generated from; nearly always the same
 * @param folder where the files are written
 * @param gate what becomes of a contract with faults
 * @param name begins the names of generated classes; follows from the title when blank
 * @param packageName of generated classes; follows from the title when blank
 */
public record ContractBuild(
        Path document, Path clientDocument, Path folder, Gate gate, String name, String packageName) {
    private static final List<String> FILES = List.of("contract.json", "contract.properties", "generator-input.json");
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Writes the files.
     *
     * @return what the contract leaves to be desired, for a person to read
     * @throws ContractException when the contract is not fit to be built from, or cannot be named so
     * @throws IOException when a file cannot be written
     */
    public List<Problem> run() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Problem> problems;
        try {
            LoadedContract loaded = ExternalExamples.load(document, LoadOptions.DEFAULT);
            Contract contract = loaded.contract();
            GeneratedNames names = GeneratedNames.of(contract.title(), name, packageName);
            problems = ContractCheck.all(loaded);
            if (gate == Gate.STRICT && problems.stream().anyMatch(Problem::isError)) {
                throw new ContractException(problems);
            }
            Contract ofClient = clientDocument.equals(document)
                    ? contract
                    : ExternalExamples.load(clientDocument, LoadOptions.DEFAULT).contract();
            files.put(FILES.get(0), JSON.writeValueAsBytes(EmbeddedExamples.in(contract)));
            files.put(FILES.get(1), properties(names).getBytes(StandardCharsets.ISO_8859_1));
            files.put(FILES.get(2), GeneratorInput.of(ofClient).toPrettyString().getBytes(StandardCharsets.UTF_8));
        } catch (ContractException e) {
            for (String file : FILES) {
                Files.deleteIfExists(folder.resolve(file));
            }
            throw e;
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        return problems;
    }

    private static String properties(GeneratedNames names) {
        return "contract.name=" + names.name() + "\ncontract.package=" + names.packageName() + "\n";
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.notExists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.write(file, content);
        }
    }
}
