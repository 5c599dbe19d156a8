package dev.countersign.openapi.codegen;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that must differ from each other and from what is reserved. */
final class Scope {
    private final Set<String> taken = new HashSet<>();
    private final boolean ignoreCase;

    private Scope(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    /** Names of files, which some file systems do not tell apart by case. */
    static Scope ofClasses(Set<String> reserved) {
        return new Scope(true).reserve(reserved);
    }

    static Scope ofMembers(Set<String> reserved) {
        return new Scope(false).reserve(reserved);
    }

    private Scope reserve(Set<String> reserved) {
        reserved.forEach(name -> taken.add(key(name)));
        return this;
    }

    boolean isFree(String name) {
        return !taken.contains(key(name));
    }

    /** Takes a name, or that name with the suffix, or with a number behind it: whichever is free first. */
    String take(String wanted, String suffix) {
        String candidate = wanted;
        if (!isFree(candidate) && !wanted.endsWith(suffix)) {
            candidate = wanted + suffix;
        }
        String base = candidate;
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
