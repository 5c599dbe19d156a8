package dev.countersign.verify.cases;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operations that share method and path, told apart by what never travels, by a header or by the body. A request for one of
 * them may be just what another asks for.
 */
public final class Siblings {
    private final Map<String, Set<String>> operations = new LinkedHashMap<>();

    /** Of a contract with these cases. */
    public Siblings(List<TestCase> cases) {
        cases.forEach(each -> operations
                .computeIfAbsent(place(each), place -> new LinkedHashSet<>())
                .add(each.operation().id()));
    }

    /** The identifier of another operation with the method and the path of a case; absent when there is none. */
    public Optional<String> of(TestCase testCase) {
        return operations.getOrDefault(place(testCase), Set.of()).stream()
                .filter(id -> !id.equals(testCase.operation().id()))
                .findFirst();
    }

    private static String place(TestCase testCase) {
        String path = testCase.operation().path();
        int fragment = path.indexOf('#');
        String travelling = fragment < 0 ? path : path.substring(0, fragment);
        int query = travelling.indexOf('?');
        return testCase.operation().method() + " "
                + (query < 0 ? travelling : travelling.substring(0, query)).replaceAll("\\{[^}]*}", "{}");
    }
}
