package dev.countersign.mock.state.resource;

import dev.countersign.mock.state.Visit;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.JsonEquality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the documented query parameters of a list ask for: which items, in which order, and which page of them. */
final class ListQuery {
    private static final Set<String> LIMITS =
            Set.of("limit", "perpage", "pagesize", "size", "maxresults", "max", "top", "first", "take", "itemsperpage");
    private static final Set<String> OFFSETS = Set.of("offset", "skip", "start", "startindex", "from");
    private static final Set<String> PAGES = Set.of("page", "pagenumber", "pageno", "pageindex", "p");
    private static final Set<String> CURSORS = Set.of(
            "cursor",
            "after",
            "pagetoken",
            "nexttoken",
            "startingafter",
            "continuationtoken",
            "continue",
            "nextcursor");
    private static final Set<String> SEARCHES = Set.of("q", "query", "search", "searchterm", "term", "keyword");

    private final Map<String, SchemaNode> properties;
    private final List<Filter> filters = new ArrayList<>();
    private final Sorting sorting;
    private final Optional<PageParameter> limit;
    private final Optional<PageParameter> beginning;

    /** Items whose property has a value; any text property where none is named. */
    private record Filter(Optional<String> property, JsonNode wanted) {}

    /**
     * A documented parameter that has to do with pages.
     *
     * @param value as the request has it, or else the document's default
     */
    record PageParameter(Parameter parameter, Kind kind, OptionalInt value) {
        enum Kind {
            LIMIT,
            OFFSET,
            PAGE,
            CURSOR
        }
    }

    ListQuery(Visit visit, SchemaNode item) {
        properties = item.properties();
        sorting = new Sorting(properties.keySet());
        Optional<PageParameter> foundLimit = Optional.empty();
        Optional<PageParameter> foundBeginning = Optional.empty();
        for (Parameter parameter : visit.operation().parameters()) {
            if (parameter.in() != Parameter.In.QUERY) {
                continue;
            }
            Optional<PageParameter> page = page(parameter, visit);
            if (page.isEmpty()) {
                visit.value(parameter).ifPresent(value -> read(parameter.name(), value));
            } else if (page.get().kind == PageParameter.Kind.LIMIT) {
                foundLimit = page;
            } else if (foundBeginning.isEmpty() || page.get().value.isPresent()) {
                foundBeginning = page;
            }
        }
        limit = foundLimit;
        beginning = foundBeginning;
    }

    /** Whether an operation has a parameter by which it finds some of the items. */
    static boolean selects(Operation operation, SchemaNode item) {
        List<String> names =
                item.properties().keySet().stream().map(SchemaParts::plain).toList();
        return operation.parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .map(parameter -> SchemaParts.plain(parameter.name()))
                .anyMatch(plain -> SEARCHES.contains(plain) || names.contains(plain));
    }

    /** A property of the items is never about pages, whatever its name. */
    private Optional<PageParameter> page(Parameter parameter, Visit visit) {
        String plain = SchemaParts.plain(parameter.name());
        Optional<PageParameter.Kind> kind = property(plain).isPresent()
                ? Optional.empty()
                : LIMITS.contains(plain)
                        ? Optional.of(PageParameter.Kind.LIMIT)
                        : OFFSETS.contains(plain)
                                ? Optional.of(PageParameter.Kind.OFFSET)
                                : PAGES.contains(plain)
                                        ? Optional.of(PageParameter.Kind.PAGE)
                                        : CURSORS.contains(plain)
                                                ? Optional.of(PageParameter.Kind.CURSOR)
                                                : Optional.empty();
        Optional<JsonNode> value = visit.value(parameter)
                .or(() -> parameter
                        .schema()
                        .flatMap(schema -> schema.keywords("default").findFirst()));
        return kind.map(each -> new PageParameter(parameter, each, whole(value)));
    }

    private static OptionalInt whole(Optional<JsonNode> value) {
        String text = value.map(node -> node.asString("")).orElse("");
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private void read(String name, JsonNode value) {
        String plain = SchemaParts.plain(name);
        String bare = plain.startsWith("filter") ? plain.substring("filter".length()) : plain;
        Optional<String> property = property(plain).or(() -> property(bare));
        if (property.isPresent()) {
            filters.add(new Filter(property, value));
        } else if (plain.equals("filter") && value.isObject()) {
            value.properties().forEach(member -> read(member.getKey(), member.getValue()));
        } else if (SEARCHES.contains(plain)) {
            filters.add(new Filter(Optional.empty(), value));
        } else {
            sorting.read(plain, value);
        }
    }

    private Optional<String> property(String plain) {
        return properties.keySet().stream()
                .filter(name -> !plain.isEmpty() && SchemaParts.plain(name).equals(plain))
                .findFirst();
    }

    /** The page of these items that is asked for. */
    Page page(List<JsonNode> items) {
        List<JsonNode> wanted = new ArrayList<>(items);
        wanted.removeIf(item -> !filters.stream().allMatch(filter -> fits(item, filter)));
        sorting.sort(wanted);
        int most = limit.map(PageParameter::value).orElse(OptionalInt.empty()).orElse(Integer.MAX_VALUE);
        int begin = beginning.map(each -> offset(each, most)).orElse(0);
        int end = (int) Math.min(wanted.size(), (long) begin + most);
        List<JsonNode> page = begin >= end ? List.of() : wanted.subList(begin, end);
        return new Page(List.copyOf(page), wanted.size(), begin, most, limit, beginning);
    }

    private static int offset(PageParameter parameter, int most) {
        int value = parameter.value.orElse(0);
        if (parameter.kind != PageParameter.Kind.PAGE) {
            return value;
        }
        int first = Page.firstPage(parameter.parameter);
        long offset = (long) Math.max(0, parameter.value.orElse(first) - first) * most;
        return (int) Math.min(offset, Integer.MAX_VALUE);
    }

    private static boolean fits(JsonNode item, Filter filter) {
        if (filter.property.isEmpty()) {
            String wanted = SchemaParts.plain(filter.wanted.asString(""));
            return item.valueStream()
                    .anyMatch(value -> value.isString()
                            && SchemaParts.plain(value.stringValue()).contains(wanted));
        }
        JsonNode value = item.path(filter.property.get());
        return filter.wanted.isArray()
                ? filter.wanted.valueStream().anyMatch(one -> has(value, one))
                : has(value, filter.wanted);
    }

    private static boolean has(JsonNode value, JsonNode wanted) {
        if (value.isContainer()) {
            return value.valueStream().anyMatch(one -> has(one, wanted));
        }
        if (value.isNumber() && wanted.isNumber()) {
            return JsonEquality.equal(value, wanted);
        }
        return value.isValueNode() && wanted.isValueNode() && value.asString("").equals(wanted.asString(""));
    }
}
