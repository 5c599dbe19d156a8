package dev.countersign.openapi.contract;

import dev.countersign.openapi.contract.PaginationReader.Fault;
import dev.countersign.openapi.json.Pointer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The properties of an answer that an {@code x-pagination} names, as paths that lead to them. */
final class PageProperties {
    private static final Set<String> LISTS = Set.of("array");
    private static final Set<String> NUMBERS = Set.of("integer", "number");
    private static final Set<String> CONTAINERS = Set.of("object", "array");

    private final DocumentNode written;
    private final SchemaNode body;
    private final List<Fault> faults;

    /**
     * Looks them up.
     *
     * @param written the extension
     * @param body the schema of the answer
     * @param faults takes what is wrong
     */
    PageProperties(DocumentNode written, SchemaNode body, List<Fault> faults) {
        this.written = written;
        this.body = body;
        this.faults = faults;
    }

    /** The list that is named; else the body itself, or the one list in it. */
    List<String> items() {
        if (written.node().path("items").isString()) {
            return named("items", LISTS, true, "a list");
        }
        if (isOf(body, LISTS)) {
            return List.of();
        }
        List<String> lists = body.properties().entrySet().stream()
                .filter(property -> isOf(property.getValue(), LISTS))
                .map(Map.Entry::getKey)
                .toList();
        if (lists.size() != 1) {
            String what = lists.isEmpty()
                    ? "The answer has no list; \"items\" must name the property that is one."
                    : "The answer has several lists; \"items\" must name one of " + String.join(", ", lists) + ".";
            faults.add(new Fault("", what));
        }
        return lists;
    }

    /** What leads to the next page, where it is not counted. */
    Optional<List<String>> next(Pagination.Type type) {
        boolean named = written.node().has("next");
        return switch (type) {
            case PAGE, OFFSET -> {
                if (named) {
                    String what = "\"next\" means nothing where pages are counted; only a cursor or link has one.";
                    faults.add(new Fault("next", what));
                }
                yield Optional.empty();
            }
            case CURSOR -> Optional.of(named("next", CONTAINERS, false, "a value"));
            case LINK -> named ? Optional.of(named("next", CONTAINERS, false, "a value")) : Optional.empty();
        };
    }

    Optional<List<String>> total() {
        return written.node().has("total") ? Optional.of(named("total", NUMBERS, true, "a number")) : Optional.empty();
    }

    /** The path in a field, or the field's own name, whose property must be of one of some types, or of none of them. */
    private List<String> named(String field, Set<String> types, boolean wanted, String kind) {
        String text = written.node().has(field) ? written.text(field) : field;
        List<String> path = text.startsWith("/") ? Pointer.tokens(text) : List.of(text);
        SchemaNode here = body;
        for (String name : path) {
            SchemaNode next = here.property(name);
            if (!next.exists()) {
                String what = "The answer has no property \"" + name + "\".";
                faults.add(new Fault(field, what, name, here.properties().keySet()));
                return path;
            }
            here = next;
        }
        if (isOf(here, types) != wanted) {
            String name = String.join("/", path);
            faults.add(new Fault(field, "The property \"" + name + "\" of the answer is not " + kind + "."));
        }
        return path;
    }

    private static boolean isOf(SchemaNode schema, Set<String> types) {
        return !Collections.disjoint(schema.types(), types);
    }
}
