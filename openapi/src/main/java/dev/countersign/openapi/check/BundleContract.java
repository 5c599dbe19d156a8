package dev.countersign.openapi.check;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Build step: reads the contract, checks it, and writes {@code contract.json}, which everything else is made from, and
 * {@code contract.properties}, which names what is made. Ends with exit code 1 and one line per problem when the
 * contract is not fit to be built from; nothing is written then.
 */
final class BundleContract {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BundleContract() {}

    /** Arguments: the document, the folder to write to, and the {@link Gate}'s name. */
    public static void main(String[] args) throws IOException {
        try {
            bundle(document(args[0]), Path.of(args[1]), Gate.named(args[2]));
        } catch (ContractException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The file that {@code -Dcontract} names. */
    static Path document(String name) {
        if (name.isBlank()) {
            throw unusable("-Dcontract", "It names no document.", "Give it the path of one.");
        }
        if (name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")) {
            throw unusable(name, "This is an address, not a path.", "Fetch the document, and name the file.");
        }
        return Path.of(name);
    }

    private static ContractException unusable(String name, String what, String fix) {
        return new ContractException(
                List.of(new Problem(Problem.Severity.ERROR, new Problem.Place(name, Optional.empty(), ""), what, fix)));
    }

    static void bundle(Path document, Path folder, Gate gate) throws IOException {
        Files.deleteIfExists(folder.resolve("contract.json"));
        Files.deleteIfExists(folder.resolve("contract.properties"));
        LoadedContract loaded = ContractLoader.load(document);
        List<Problem> problems = ContractCheck.all(loaded);
        if (gate == Gate.STRICT
                && problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            throw new ContractException(problems);
        }
        problems.forEach(System.out::println);
        Contract contract = loaded.contract();
        ContractName name = ContractName.of(contract.title());
        Files.createDirectories(folder);
        Files.write(folder.resolve("contract.json"), JSON.writeValueAsBytes(contract.document()));
        Files.writeString(
                folder.resolve("contract.properties"),
                "contract.name=" + name.pascalCase() + "\ncontract.package=" + name.packageName() + "\n",
                StandardCharsets.ISO_8859_1);
    }
}
