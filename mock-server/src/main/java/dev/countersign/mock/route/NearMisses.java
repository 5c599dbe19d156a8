package dev.countersign.mock.route;

import dev.countersign.openapi.check.EditDistance;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the writer of an unknown path may have meant. */
final class NearMisses {
    private static final int SHOWN = 5;
    private static final int LONGEST_PATH = 200;
    private static final int MOST_COMPARED = 100;

    private final List<Operation> candidates;

    private record Scored(Operation operation, int distance) {}

    private NearMisses(List<Operation> candidates) {
        this.candidates = candidates;
    }

    static NearMisses of(Contract contract) {
        return new NearMisses(contract.operations());
    }

    /** At most five, the closest first; none for a path so long that comparing it would be work. */
    List<String> to(String method, String path) {
        if (path.length() > LONGEST_PATH) {
            return List.of();
        }
        String written = lowerCase(path);
        return likely(path).stream()
                .map(candidate -> new Scored(candidate, EditDistance.between(written, lowerCase(candidate.path()))))
                .filter(scored -> scored.distance <= Math.max(3, path.length() / 2))
                .sorted(Comparator.comparingInt(Scored::distance)
                        .thenComparing(scored -> !scored.operation.method().equals(method)))
                .limit(SHOWN)
                .map(scored -> scored.operation.method() + " " + scored.operation.path())
                .toList();
    }

    private static String lowerCase(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** Those that begin and end most like the path: to compare all closely would take long in a large document. */
    private List<Operation> likely(String path) {
        return candidates.size() <= MOST_COMPARED
                ? candidates
                : candidates.stream()
                        .map(candidate -> new Scored(candidate, -alike(path, candidate.path())))
                        .sorted(Comparator.comparingInt(Scored::distance))
                        .limit(MOST_COMPARED)
                        .map(Scored::operation)
                        .toList();
    }

    private static int alike(String path, String template) {
        int most = Math.min(path.length(), template.length());
        int prefix = 0;
        while (prefix < most && same(path.charAt(prefix), template.charAt(prefix))) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < most - prefix
                && same(path.charAt(path.length() - 1 - suffix), template.charAt(template.length() - 1 - suffix))) {
            suffix++;
        }
        return prefix + suffix;
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
