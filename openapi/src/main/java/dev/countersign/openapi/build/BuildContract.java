package dev.countersign.openapi.build;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The build's step: {@link ContractBuild}, inside the JVM of Maven. Prints what is wrong, and fails with one line. */
public final class BuildContract {
    private BuildContract() {}

    /**
     * Arguments: the document; the one for the client alone; the folder that both are relative to; the folder to write to;
     * the {@link Gate}; the name and the package of what is generated, which may be left out.
     *
     * @throws IllegalArgumentException when the contract is not fit to be built from
     */
    public static void main(String[] args) throws IOException {
        try {
            Path start = Path.of(args[2]);
            new ContractBuild(
                            start.resolve(document(args[0])),
                            start.resolve(document(args[1])),
                            Path.of(args[3]),
                            Gate.named(args[4]),
                            argument(args, 5),
                            argument(args, 6))
                    .run()
                    .forEach(System.out::println);
        } catch (ContractException e) {
            IllegalArgumentException refusal = new IllegalArgumentException(verdict(e.problems(), args[0]));
            // Maven shows where an exception comes from, which is not where the fault is.
            refusal.setStackTrace(new StackTraceElement[0]);
            throw refusal;
        }
    }

    private static String argument(String[] args, int index) {
        return args.length > index && args[index] != null ? args[index] : "";
    }

    /** One problem is the message; of several, the message is their number. */
    private static String verdict(List<Problem> problems, String document) {
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        problems.forEach(System.out::println);
        long errors = problems.stream().filter(Problem::isError).count();
        return "The contract " + document + " has " + errors + " error(s); they are printed above, each with file and"
                + " line. Correct them, let \"countersign complete\" write what is merely missing, or look first with"
                + " -Dcontract.gate=lenient. See docs/troubleshooting.md#the-contract-has-errors";
    }

    /** The file that {@code -Dcontract} names. */
    static Path document(String name) {
        if (name.isBlank()) {
            throw GeneratedNames.unusable("-Dcontract", "It names no document.", "Give it the path of one.");
        }
        if (name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")) {
            throw GeneratedNames.unusable(
                    name, "This is an address, not a path.", "Fetch the document, and name the file.");
        }
        return Path.of(name);
    }
}
