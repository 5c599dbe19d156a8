package dev.countersign.verify.report;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.verify.cases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run of the contract tests.
 *
 * @param contract title and version
 * @param provider who was asked, as the run names it
 * @param cases what the contract documents
 * @param checks what was checked
 * @param mutants the score of the planted faults; empty where none were planted
 * @param options what the build was asked for, as it was typed, with a space behind; empty when it was asked for nothing
 */
public record Summary(
        String contract, String provider, List<Case> cases, List<Check> checks, String mutants, String options) {
    private static final Map<String, String> TOPICS = topics();

    public Summary {
        cases = List.copyOf(cases);
        checks = List.copyOf(checks);
    }

    private static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put("ExamplesTest", "Examples pair by name and fit their schemas; every operation has a case");
        topics.put("BaselineIT", "Contract and client's API against what was released");
        topics.put("ComparatorIT", "openapi-pact-comparator: the pact fits the document");
        topics.put("ProviderIT", "A wrong provider, a dead one and a missing pact are red");
        topics.put("NamedProviderIT", "A named provider gets its states and credentials");
        topics.put("GivenPactsIT", "Pacts of other consumers");
        topics.put("PrismServerIT", "Prism as server refuses what is known to be bad");
        topics.put("PrismProxyIT", "Prism as proxy refuses what is known to be bad");
        topics.put("MutationIT", "Planted faults are noticed");
        topics.put("BlameIT", "Red lines name side, operation and field");
        return topics;
    }

    boolean hasFailed() {
        return checks.stream().anyMatch(Check::hasFailed);
    }

    List<Check> failures() {
        return checks.stream().filter(Check::hasFailed).toList();
    }

    /** What was passed over, once for each reason. */
    Map<String, Long> passedOver() {
        return checks.stream()
                .filter(check -> check.outcome() == Check.Outcome.PASSED_OVER)
                .collect(Collectors.groupingBy(Check::message, LinkedHashMap::new, Collectors.counting()));
    }

    List<Operation> operations() {
        return cases.stream().map(Case::operation).distinct().toList();
    }

    /** The checks of an operation in a layer. */
    List<Check> of(Operation operation, Layer layer) {
        Map<String, Case> byName =
                cases.stream().collect(Collectors.toMap(Case::name, Function.identity(), (a, b) -> a));
        return checks.stream()
                .filter(layer::has)
                .filter(check -> byName.containsKey(check.name())
                        ? byName.get(check.name()).operation().equals(operation)
                        : check.name().equals(operation.id()) || check.name().startsWith(operation.id() + ": "))
                .toList();
    }

    /** The layers that have checked anything. */
    List<Layer> layers() {
        return Layer.ALL.stream()
                .filter(layer -> checks.stream().anyMatch(layer::has))
                .toList();
    }

    /** The checks that belong to no operation, by what they are about. */
    Map<String, List<Check>> others() {
        List<Check> rest = new ArrayList<>(checks);
        for (Layer layer : layers()) {
            operations().forEach(operation -> rest.removeAll(of(operation, layer)));
        }
        Map<String, List<Check>> topics = new LinkedHashMap<>();
        TOPICS.forEach((test, topic) -> topics.put(topic, new ArrayList<>()));
        topics.put("Tests of these tools", new ArrayList<>());
        rest.forEach(check -> topics.get(TOPICS.getOrDefault(check.test(), "Tests of these tools"))
                .add(check));
        topics.values().removeIf(List::isEmpty);
        return topics;
    }

    /** The command that runs a check again. */
    String reproduction(Check check) {
        String selection = check.isIntegrationTest()
                ? "-Dit.test=" + check.test() + " -Dfailsafe.failIfNoSpecifiedTests=false"
                : "-Dtest=" + check.test() + " -Dsurefire.failIfNoSpecifiedTests=false";
        return "mvn verify -pl contract-tests -am " + options + selection;
    }
}
