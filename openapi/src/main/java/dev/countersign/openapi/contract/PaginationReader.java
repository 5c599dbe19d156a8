package dev.countersign.openapi.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the {@code x-pagination} of one operation: its type alone, or an object whose fields name parameters and
 * properties. What is wrong with it is kept for checking; then the operation counts as one without pages.
 */
public final class PaginationReader {
    /** The extension's name. */
    public static final String EXTENSION = "x-pagination";

    private static final Set<String> FIELDS = Set.of("type", "parameter", "size", "items", "next", "total", "first");
    private static final Set<String> TYPES = Stream.of(Pagination.Type.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private final DocumentNode written;
    private final List<Parameter> parameters;
    private final @Nullable SchemaNode body;
    private final List<Fault> faults = new ArrayList<>();
    private final Optional<Pagination> pagination;

    /**
     * Something that is wrong.
     *
     * @param field the field in which it stands; empty for the whole
     * @param what what is wrong, in one sentence
     * @param name the name that is not there; empty when it is about no name
     * @param names the names that could have been meant
     */
    public record Fault(String field, String what, String name, Set<String> names) {
        Fault(String field, String what) {
            this(field, what, "", Set.of());
        }
    }

    private PaginationReader(DocumentNode written, List<Parameter> parameters, List<ResponseSpec> responses) {
        this.written = written;
        this.parameters = parameters;
        this.body = written.exists() ? body(responses) : null;
        Optional<Pagination> read = written.exists() ? read() : Optional.empty();
        this.pagination = faults.isEmpty() ? read : Optional.empty();
    }

    /**
     * Reads it.
     *
     * @param operation the operation as it is written
     * @param parameters its parameters, with those of its path
     * @param responses its responses, of which the first success in JSON is a page
     */
    public static PaginationReader of(
            DocumentNode operation, List<Parameter> parameters, List<ResponseSpec> responses) {
        return new PaginationReader(operation.child(EXTENSION), parameters, responses);
    }

    /** The pagination; absent when there is none, or something is wrong with it. */
    public Optional<Pagination> pagination() {
        return pagination;
    }

    /** What is wrong with it, in the order of its fields. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private static @Nullable SchemaNode body(List<ResponseSpec> responses) {
        return responses.stream()
                .filter(response -> response.status().startsWith("2"))
                .flatMap(response -> response.content().stream())
                .filter(media -> media.name().toLowerCase(Locale.ROOT).contains("json"))
                .flatMap(media -> media.schema().stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<Pagination> read() {
        if (!written.node().isString() && !written.node().isObject()) {
            faults.add(new Fault("", "\"x-pagination\" must be a type, or an object with one."));
            return Optional.empty();
        }
        for (DocumentNode field : written.children()) {
            if (!FIELDS.contains(field.name())) {
                faults.add(new Fault(
                        field.name(),
                        "\"" + field.name() + "\" is not a field of \"x-pagination\".",
                        field.name(),
                        FIELDS));
            }
        }
        Optional<Pagination.Type> type = type();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (body == null) {
            faults.add(new Fault("", "The operation has no successful response in JSON, so it has no pages."));
            return Optional.empty();
        }
        PageProperties properties = new PageProperties(written, body, faults);
        return Optional.of(new Pagination(
                type.get(),
                parameter(type.get()),
                size(),
                properties.items(),
                properties.next(type.get()),
                properties.total(),
                first()));
    }

    private Optional<Pagination.Type> type() {
        JsonNode type = written.node().isObject() ? written.node().path("type") : written.node();
        String name = type.asString("");
        if (TYPES.contains(name)) {
            return Optional.of(Pagination.Type.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        faults.add(new Fault(
                written.node().isObject() ? "type" : "",
                name.isEmpty()
                        ? "\"x-pagination\" has no \"type\", which must be one of " + String.join(", ", TYPES) + "."
                        : "\"" + name + "\" is not one of " + String.join(", ", TYPES) + ".",
                name,
                TYPES));
        return Optional.empty();
    }

    /** Named like the type where it is not named; a link needs none. */
    private Optional<Parameter> parameter(Pagination.Type type) {
        String name = written.text("parameter");
        if (name.isEmpty() && type == Pagination.Type.LINK) {
            return Optional.empty();
        }
        return query("parameter", name.isEmpty() ? type.name().toLowerCase(Locale.ROOT) : name);
    }

    private Optional<Parameter> size() {
        String name = written.text("size");
        return name.isEmpty() ? find("limit") : query("size", name);
    }

    private Optional<Parameter> query(String field, String name) {
        Optional<Parameter> found = find(name);
        if (found.isEmpty()) {
            Set<String> names = parameters.stream()
                    .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                    .map(Parameter::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            faults.add(new Fault(field, "The operation has no query parameter \"" + name + "\".", name, names));
        }
        return found;
    }

    private Optional<Parameter> find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private int first() {
        JsonNode first = written.node().path("first");
        if (!first.isMissingNode() && !first.isInt()) {
            faults.add(new Fault("first", "\"first\" must be a whole number."));
        }
        return first.asInt(1);
    }
}
