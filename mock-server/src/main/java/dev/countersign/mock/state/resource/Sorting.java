package dev.countersign.mock.state.resource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The order of a list, in the ways in which query parameters usually ask for it: {@code sort=name}, {@code sort=-name}, {@code
 * sort=name:desc}, {@code sort=name,desc}, {@code sortBy=name&order=desc}, several properties among them.
 */
final class Sorting {
    private static final Set<String> PROPERTIES =
            Set.of("sort", "sortby", "sortfield", "orderby", "ordering", "sorting");
    private static final Set<String> DIRECTIONS =
            Set.of("order", "direction", "dir", "sortorder", "sortdirection", "sortdir", "orderdirection");

    private final Set<String> names;
    private final List<Key> keys = new ArrayList<>();
    private boolean allDescending;

    private record Key(String property, boolean descending) {}

    /** @param names the properties of the items */
    Sorting(Set<String> names) {
        this.names = names;
    }

    /** Takes a query parameter that has to do with the order; any other is left alone. */
    void read(String plain, JsonNode value) {
        if (PROPERTIES.contains(plain)) {
            texts(value).forEach(this::add);
        } else if (DIRECTIONS.contains(plain)) {
            String text = value.asString("");
            allDescending = isDescending(text);
            if (!allDescending && keys.isEmpty() && !text.equalsIgnoreCase("asc")) {
                texts(value).forEach(this::add);
            }
        }
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
        for (JsonNode each : values) {
            texts.addAll(List.of(each.asString("").split(",")));
        }
        return texts;
    }

    private void add(String written) {
        String text = written.strip();
        if (isDescending(text) && !keys.isEmpty()) {
            Key last = keys.remove(keys.size() - 1);
            keys.add(new Key(last.property, true));
            return;
        }
        String plain = SchemaParts.plain(text);
        named(plain)
                .map(name -> new Key(name, text.startsWith("-")))
                .or(() -> ending(plain, "descending")
                        .or(() -> ending(plain, "desc"))
                        .map(name -> new Key(name, true)))
                .or(() -> ending(plain, "ascending")
                        .or(() -> ending(plain, "asc"))
                        .map(name -> new Key(name, false)))
                .ifPresent(keys::add);
    }

    private Optional<String> ending(String plain, String end) {
        return plain.endsWith(end) ? named(plain.substring(0, plain.length() - end.length())) : Optional.empty();
    }

    private Optional<String> named(String plain) {
        return names.stream()
                .filter(name -> SchemaParts.plain(name).equals(plain))
                .findFirst();
    }

    private static boolean isDescending(String text) {
        return text.equalsIgnoreCase("desc") || text.equalsIgnoreCase("descending") || text.equals("-1");
    }

    void sort(List<JsonNode> items) {
        keys.stream().map(this::order).reduce(Comparator::thenComparing).ifPresent(items::sort);
    }

    private Comparator<JsonNode> order(Key key) {
        boolean descending = key.descending ^ allDescending;
        return (one, other) -> compare(one.path(key.property), other.path(key.property), descending);
    }

    /** What has no value comes last in either direction. */
    private static int compare(JsonNode one, JsonNode other, boolean descending) {
        boolean none = one.isNull() || one.isMissingNode();
        boolean noOther = other.isNull() || other.isMissingNode();
        if (none || noOther) {
            return Boolean.compare(none, noOther);
        }
        int order = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.asString("").compareTo(other.asString(""));
        return descending ? -order : order;
    }
}
