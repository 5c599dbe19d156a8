package dev.countersign.mock.state.scenario;

import dev.countersign.openapi.check.NearestName;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Collects what is wrong with a scenario, each with its line. Confined to the thread that reads the scenario. */
final class Faults {
    private static final int SHOWN = 12;

    private final Function<String, Place> places;
    private final List<Problem> problems = new ArrayList<>();

    /** @param places where a JSON pointer of the scenario stands in its file */
    Faults(Function<String, Place> places) {
        this.places = places;
    }

    void add(String pointer, String what, String fix) {
        problems.add(new Problem(Problem.Severity.ERROR, places.apply(pointer), what, fix));
    }

    /** A name that is not there; what is near is said, or else what there is. */
    void unknown(String pointer, String kind, String name, Set<String> known) {
        String fix = NearestName.of(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(() -> known.isEmpty() ? "There is none." : "There are: " + listed(known) + ".");
        add(pointer, "There is no " + kind + " \"" + name + "\".", fix);
    }

    private static String listed(Set<String> names) {
        List<String> sorted = List.copyOf(new TreeSet<>(names));
        return sorted.size() <= SHOWN
                ? String.join(", ", sorted)
                : String.join(", ", sorted.subList(0, SHOWN)) + " and " + (sorted.size() - SHOWN) + " more";
    }

    /** @throws ContractException when anything is wrong */
    void complain() {
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
    }
}
