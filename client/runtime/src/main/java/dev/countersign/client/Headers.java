package dev.countersign.client;

import java.net.http.HttpHeaders;
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

    /** The header fields of {@code java.net.http}, which are not copied, as nothing can change them. */
    public static Headers of(HttpHeaders fields) {
        return new Headers(fields.map());
    }

    /**
     * The value, if a header field of that name can carry it: visible ASCII, spaces and tabs (RFC 9110 section 5.5).
     *
     * @throws IllegalArgumentException when it cannot; the message has the name and not the value, which may be secret
     */
    public static String valid(String name, String value) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("the name of a header must be a token (RFC 9110 section 5.6.2)");
        }
        if (value == null) {
            throw new IllegalArgumentException("the value of header " + name + " must not be null");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                throw new IllegalArgumentException("the value of header " + name + " has a character at index " + i
                        + " that no header can carry: only visible ASCII, spaces and tabs are allowed"
                        + " (RFC 9110 section 5.5)");
            }
        }
        return value;
    }

    /** RFC 9110 section 5.6.2. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isTokenCharacter(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
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
