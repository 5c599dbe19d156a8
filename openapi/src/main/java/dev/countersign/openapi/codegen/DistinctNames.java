package dev.countersign.openapi.codegen;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Names that must differ from each other and from what is reserved. */
final class DistinctNames {
    private final Set<String> taken = new HashSet<>();
    private final Predicate<String> reserved;
    private final boolean ignoreCase;

    private DistinctNames(Predicate<String> reserved, boolean ignoreCase) {
        this.reserved = reserved;
        this.ignoreCase = ignoreCase;
    }

    /** Names of files, which some file systems do not tell apart by case. */
    static DistinctNames ofClasses(Predicate<String> reserved) {
        return new DistinctNames(reserved, true);
    }

    static DistinctNames ofMembers(Set<String> reserved) {
        return new DistinctNames(reserved::contains, false);
    }

    boolean isFree(String name) {
        return !reserved.test(name) && !taken.contains(key(name));
    }

    /** Takes a name: with the suffix where it is reserved, with a number behind it where it is taken. */
    String take(String wanted, String suffix) {
        String base = reserved.test(wanted) ? wanted + suffix : wanted;
        String candidate = base;
        for (int number = 2; !isFree(candidate); number++) {
            candidate = base + number;
        }
        taken.add(key(candidate));
        return candidate;
    }

    private String key(String name) {
        return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
