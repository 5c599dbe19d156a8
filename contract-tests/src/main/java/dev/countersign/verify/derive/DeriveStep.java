package dev.countersign.verify.derive;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the contract's examples are worth as tests.
 *
 * @param strict whether a name that pairs with nothing, an example that does not fit its schema, and an operation without
 *     a case are errors; otherwise they are reported and passed over, because the author may never have heard of pairs
 * @param folder where the list of cases is written
 */
public record DeriveStep(Contract contract, Derivation derivation, boolean strict, Path folder) implements Step {
    private static final Layer EXAMPLES =
            Layer.ofContract("examples", "Examples pair by name and fit their schemas; every operation has a case.");

    @Override
    public String name() {
        return "derive";
    }

    @Override
    public List<Layer> layers() {
        return List.of(EXAMPLES);
    }

    @Override
    public void run(Checks checks) throws IOException {
        for (String note : derivation.notes()) {
            System.out.println("contract tests: " + note);
            checks.check(
                    EXAMPLES,
                    note,
                    () -> strict ? Outcome.failed("the contract", "the contract: " + note) : Outcome.passedOver(note));
        }
        checks.check(EXAMPLES, "every operation has a case", this::everyOperation);
        long documented = derivation.cases().stream()
                .filter(each -> each.answer().documented())
                .count();
        System.out.printf(
                "contract tests: %d cases of %d operations, %d of them with a documented answer, see %s%n",
                derivation.cases().size(),
                contract.operations().size(),
                documented,
                CaseTable.of(contract, derivation).write(folder));
    }

    private Outcome everyOperation() {
        List<String> without = contract.operations().stream()
                .filter(operation -> derivation.cases().stream()
                        .noneMatch(each -> each.operation().id().equals(operation.id())))
                .map(Operation::id)
                .toList();
        return strict || without.isEmpty()
                ? Outcome.of("the contract", "the contract has operations without a case", without)
                : Outcome.passedOver("operations without a case: " + String.join(", ", without));
    }
}
