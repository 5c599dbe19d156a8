package dev.countersign.mock.cli;

import dev.countersign.mock.Mock;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.proxy.StandIn;
import dev.countersign.openapi.check.NearestName;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --mock-missing}: which operations the mock answers in place of the real server. */
final class StandInFlag {
    private static final String NAME = "--mock-missing";
    private static final String WHERE_MISSING = "true";

    private StandInFlag() {}

    static OptionSpec option() {
        return OptionSpec.builder(NAME)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..1")
                .splitRegex(",")
                .paramLabel("OPERATION")
                .fallbackValue(WHERE_MISSING)
                .description(
                        "Let the mock answer operations that the real server does not have (404, 405 or 501 that the"
                                + " document does not describe), or those that are named, which it is not asked for.")
                .build();
    }

    /** Without a value it does not take the argument that follows. */
    static String[] withoutDoubt(String[] arguments) {
        String[] clear = arguments.clone();
        for (int i = 0; i < clear.length; i++) {
            clear[i] = clear[i].equals(NAME) ? NAME + "=" + WHERE_MISSING : clear[i];
        }
        return clear;
    }

    private static List<String> values(ParseResult arguments) {
        return Flags.get(arguments, NAME, List.<String>of()).stream()
                .filter(value -> !value.equals("false"))
                .toList();
    }

    /**
     * What the flag says.
     *
     * @param contract has to have the operations that are named
     */
    static Optional<StandIn> of(ParseResult arguments, Contract contract, Supplier<Mock> mock) {
        Set<String> operations = new LinkedHashSet<>(values(arguments));
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        boolean whereMissing = operations.remove(WHERE_MISSING);
        Set<String> known = contract.operations().stream().map(Operation::id).collect(Collectors.toSet());
        for (String operation : operations) {
            if (!known.contains(operation)) {
                throw Flags.refused(
                        arguments,
                        NAME + ": the document has no operation '" + operation + "'"
                                + NearestName.of(operation, known)
                                        .map(near -> ". Did you mean " + near + "?")
                                        .orElse(""));
            }
        }
        return Optional.of(new StandIn(mock, operations, whereMissing));
    }
}
