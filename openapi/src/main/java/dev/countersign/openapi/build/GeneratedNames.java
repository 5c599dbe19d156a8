package dev.countersign.openapi.build;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * What is generated from a contract is called: {@code Shop} gives {@code ShopClient}.
 *
 * @param name a Java identifier, the first word of generated class names
 * @param packageName a Java package, and the name of the client's module
 */
public record GeneratedNames(String name, String packageName) {
    /** File systems end at 255 bytes, and the longest generated name adds a few words. */
    private static final int LONGEST_NAME = 100;

    public GeneratedNames {
        if (!SourceVersion.isName(name) || name.contains(".") || name.length() > LONGEST_NAME) {
            throw unusable(
                    "-Dcontract.name",
                    "\"" + name + "\" cannot begin the name of a Java class.",
                    "Use letters and digits, for instance "
                            + ContractName.of(name).pascalCase() + ".");
        }
        if (!SourceVersion.isName(packageName)) {
            throw unusable(
                    "-Dcontract.package",
                    "\"" + packageName + "\" is no Java package.",
                    "Use names with dots between them, for instance " + repaired(packageName) + ".");
        }
        if (packageName.equals("java") || packageName.startsWith("java.")) {
            throw unusable(
                    "-Dcontract.package",
                    "No JVM loads a package below \"java\".",
                    "Use one that is yours, like com.example.shop.");
        }
    }

    /**
     * The given names; what is blank follows from the contract's title.
     *
     * @throws ContractException when a name cannot be used in Java
     */
    public static GeneratedNames of(String title, String name, String packageName) {
        ContractName derived = ContractName.of(title);
        return new GeneratedNames(
                name.isBlank() ? derived.pascalCase() : name,
                packageName.isBlank() ? derived.packageName() : packageName);
    }

    private static String repaired(String packageName) {
        String repaired = Stream.of(packageName.split("\\."))
                .map(part -> part.replaceAll("[^\\p{javaJavaIdentifierPart}]+", "_"))
                .filter(part -> !part.isEmpty())
                .map(part -> SourceVersion.isName(part) ? part : "_" + part)
                .collect(Collectors.joining("."));
        return SourceVersion.isName(repaired) ? repaired : "com.example.shop";
    }

    static ContractException unusable(String place, String what, String fix) {
        return new ContractException(List.of(
                new Problem(Problem.Severity.ERROR, new Problem.Place(place, Optional.empty(), ""), what, fix)));
    }
}
