package dev.countersign.verify.report;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.verify.cases.TestCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run of the verification.
 *
 * @param contract title and version
 * @param provider who was asked, as the run names it
 * @param cases what the contract documents
 * @param layers what was asked, in the order of the walk
 * @param checks what was checked
 * @param mutants the score of the planted faults; empty where none were planted
 * @param again the command that repeats the run; empty when nothing is known of it
 */
public record Summary(
        String contract,
        String provider,
        List<TestCase> cases,
        List<Layer> layers,
        List<Check> checks,
        String mutants,
        String again) {
    public Summary {
        cases = List.copyOf(cases);
        layers = List.copyOf(layers);
        checks = List.copyOf(checks);
    }

    /** Whether any check failed. */
    public boolean hasFailed() {
        return checks.stream().anyMatch(Check::hasFailed);
    }

    /** What is broken, each cause once. */
    List<Card> cards() {
        return Card.of(checks);
    }

    /** Each cause in words, and where it shows, for a terminal. */
    public List<String> failures() {
        return cards().stream()
                .map(card -> card.first().message() + (card.alsoSeen().isEmpty() ? "" : "\n  " + card.alsoSeen()))
                .toList();
    }

    /** The verdict in one line, naming the side that breaks the contract. */
    public String verdict() {
        if (!hasFailed()) {
            return "✓ The contract is kept";
        }
        List<String> sides = cards().stream()
                .map(Card::side)
                .filter(side -> !side.isEmpty())
                .distinct()
                .toList();
        if (sides.isEmpty()) {
            return "✗ The contract is not verified";
        }
        if (sides.equals(List.of("the contract"))) {
            return "✗ The contract itself is at fault";
        }
        String all = String.join(", ", sides.subList(0, sides.size() - 1));
        String last = sides.get(sides.size() - 1);
        String who = all.isEmpty() ? last : all + " and " + last;
        return "✗ " + Character.toUpperCase(who.charAt(0)) + who.substring(1)
                + (sides.size() == 1 ? " breaks" : " break") + " the contract";
    }

    /** How many checks came out how, in one line. */
    public String count() {
        Tally all = Tally.of(checks);
        return operations().size() + " operations, " + cases.size() + " documented cases; " + all.passed()
                + " checks passed, " + all.failed() + " failed, " + all.passedOver() + " passed over";
    }

    /** What was passed over, once for each reason. */
    Map<String, Long> passedOver() {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.PassedOver)
                .collect(Collectors.groupingBy(Check::message, LinkedHashMap::new, Collectors.counting()));
    }

    List<Operation> operations() {
        return cases.stream().map(TestCase::operation).distinct().toList();
    }

    /** The layers of operations that have checked anything: the columns. */
    List<Layer> columns() {
        return layers.stream()
                .filter(Layer::ofOperations)
                .filter(layer -> checks.stream().anyMatch(check -> check.layer().equals(layer)))
                .toList();
    }

    /** The checks of each operation in each layer, by the operation's identifier. */
    Map<String, Map<Layer, List<Check>>> cells() {
        return checks.stream().collect(Collectors.groupingBy(Check::operation, Collectors.groupingBy(Check::layer)));
    }

    /** The checks that belong to no operation, by what they ask. */
    Map<Layer, List<Check>> others() {
        Map<Layer, List<Check>> others = new LinkedHashMap<>();
        layers.stream()
                .filter(layer -> !layer.ofOperations())
                .forEach(layer -> others.put(
                        layer,
                        checks.stream()
                                .filter(check -> check.layer().equals(layer))
                                .toList()));
        others.values().removeIf(List::isEmpty);
        return others;
    }
}
