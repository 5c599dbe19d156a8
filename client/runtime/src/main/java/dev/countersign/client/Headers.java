package dev.countersign.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Header fields in the order of their names, which compare without case (RFC 9110 section 5.1). Immutable. */
public final class Headers {
    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Copies header fields. */
    public static Headers of(Map<String, ? extends Collection<String>> fields) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, list) ->
                values.computeIfAbsent(name, ignored -> new ArrayList<>()).addAll(list));
        values.replaceAll((name, list) -> List.copyOf(list));
        return new Headers(Collections.unmodifiableMap(values));
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value of a field, in the order received; empty when there is none. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The names of the fields. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The fields as a map whose keys compare without case. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    static String bareMediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Names only: values may be secret. */
    @Override
    public String toString() {
        return names().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers headers && values.equals(headers.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
