package dev.countersign.openapi.contract;

import dev.countersign.openapi.json.Pointer;
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
    public record Fault(String field, String what, String name, Set<String> names) {}

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
            fault("", "\"x-pagination\" must be a type, or an object with one.", "", Set.of());
            return Optional.empty();
        }
        for (DocumentNode field : written.children()) {
            if (!FIELDS.contains(field.name())) {
                fault(
                        field.name(),
                        "\"" + field.name() + "\" is not a field of \"x-pagination\".",
                        field.name(),
                        FIELDS);
            }
        }
        Optional<Pagination.Type> type = type();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (body == null) {
            fault("", "The operation has no successful response in JSON, so it has no pages.", "", Set.of());
            return Optional.empty();
        }
        return Optional.of(new Pagination(
                type.get(), parameter(type.get()), size(), items(body), next(type.get(), body), total(body), first()));
    }

    private Optional<Pagination.Type> type() {
        JsonNode type = written.node().isObject() ? written.node().path("type") : written.node();
        String name = type.asString("");
        if (TYPES.contains(name)) {
            return Optional.of(Pagination.Type.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        fault(
                written.node().isObject() ? "type" : "",
                name.isEmpty()
                        ? "\"x-pagination\" has no \"type\", which must be one of " + String.join(", ", TYPES) + "."
                        : "\"" + name + "\" is not one of " + String.join(", ", TYPES) + ".",
                name,
                TYPES);
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
            fault(field, "The operation has no query parameter \"" + name + "\".", name, names);
        }
        return found;
    }

    private Optional<Parameter> find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The property that is named; else the body itself, or the one list in it. */
    private List<String> items(SchemaNode page) {
        if (written.node().path("items").isString()) {
            List<String> path = path(written.text("items"));
            property("items", path, page).filter(found -> !isList(found)).ifPresent(found -> {
                String what = "The property \"" + written.text("items") + "\" of the answer is not a list.";
                fault("items", what, "", Set.of());
            });
            return path;
        }
        if (isList(page)) {
            return List.of();
        }
        List<String> lists = page.properties().entrySet().stream()
                .filter(property -> isList(property.getValue()))
                .map(property -> property.getKey())
                .toList();
        if (lists.size() != 1) {
            String what = lists.isEmpty()
                    ? "The answer has no list; \"items\" must name the property that is one."
                    : "The answer has several lists; \"items\" must name one of " + String.join(", ", lists) + ".";
            fault("", what, "", Set.of());
        }
        return lists;
    }

    private Optional<List<String>> next(Pagination.Type type, SchemaNode page) {
        boolean named = written.node().has("next");
        if (type == Pagination.Type.PAGE || type == Pagination.Type.OFFSET) {
            if (named) {
                fault(
                        "next",
                        "\"next\" means nothing where pages are counted; only a cursor or link has one.",
                        "",
                        Set.of());
            }
            return Optional.empty();
        }
        if (type == Pagination.Type.LINK && !named) {
            return Optional.empty();
        }
        List<String> path = path(named ? written.text("next") : "next");
        property("next", path, page)
                .filter(found -> isOf(found, Set.of("object", "array")))
                .ifPresent(found -> {
                    fault(
                            "next",
                            "The property \"" + String.join("/", path) + "\" of the answer is not a value.",
                            "",
                            Set.of());
                });
        return Optional.of(path);
    }

    private Optional<List<String>> total(SchemaNode page) {
        if (!written.node().has("total")) {
            return Optional.empty();
        }
        List<String> path = path(written.text("total"));
        property("total", path, page)
                .filter(found -> !isOf(found, Set.of("integer", "number")))
                .ifPresent(found -> {
                    fault(
                            "total",
                            "The property \"" + String.join("/", path) + "\" of the answer is not a number.",
                            "",
                            Set.of());
                });
        return Optional.of(path);
    }

    private int first() {
        JsonNode first = written.node().path("first");
        if (!first.isMissingNode() && !first.isInt()) {
            fault("first", "\"first\" must be a whole number.", "", Set.of());
        }
        return first.asInt(1);
    }

    private static List<String> path(String text) {
        return text.startsWith("/") ? Pointer.tokens(text) : List.of(text);
    }

    /** The schema at the end of a path. */
    private Optional<SchemaNode> property(String field, List<String> path, SchemaNode page) {
        SchemaNode here = page;
        for (String name : path) {
            SchemaNode next = here.property(name);
            if (!next.exists()) {
                fault(
                        field,
                        "The answer has no property \"" + name + "\".",
                        name,
                        here.properties().keySet());
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    private static boolean isList(SchemaNode schema) {
        return isOf(schema, Set.of("array"));
    }

    private static boolean isOf(SchemaNode schema, Set<String> types) {
        return schema.applied().stream()
                .map(each -> each.node().path("type"))
                .anyMatch(type -> type.isArray()
                        ? type.valueStream().anyMatch(each -> types.contains(each.asString("")))
                        : types.contains(type.asString("")));
    }

    private void fault(String field, String what, String name, Set<String> names) {
        faults.add(new Fault(field, what, name, names));
    }
}
