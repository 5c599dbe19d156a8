package dev.countersign.mock.state.resource;

import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body around a list: its totals, numbers and addresses of pages say what is true of the page within. */
record Wrapper(MockRequest request, Page page) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totalcount",
            "totalitems",
            "totalresults",
            "totalelements",
            "totalrecords",
            "totalsize",
            "totalhits");

    /** The documented body with a page in place of the documented list. */
    JsonNode around(JsonNode documented, Place place) {
        ArrayNode list = NODES.arrayNode(page.items().size()).addAll(page.items());
        if (place.path().isEmpty()) {
            return list;
        }
        JsonNode body = place.with(documented, list);
        correct((ObjectNode) body, place.path());
        return body;
    }

    private void correct(ObjectNode object, List<String> way) {
        boolean counted = object.propertyNames().stream().anyMatch(name -> TOTALS.contains(SchemaParts.plain(name)));
        for (String name : List.copyOf(object.propertyNames())) {
            boolean isOnTheWay = !way.isEmpty() && name.equals(way.get(0));
            if (object.get(name) instanceof ObjectNode inner) {
                correct(inner, isOnTheWay ? way.subList(1, way.size()) : List.of());
            } else if (!isOnTheWay) {
                value(SchemaParts.plain(name), object.get(name), counted).ifPresent(actual -> object.set(name, actual));
            }
        }
    }

    /** What is true of the page; empty where the name says nothing known, and the documented value stays. */
    private Optional<JsonNode> value(String name, JsonNode documented, boolean counted) {
        if (documented.isBoolean()) {
            return flag(name).map(NODES::booleanNode);
        }
        if (documented.isNumber()) {
            return number(name, counted).map(NODES::numberNode);
        }
        return documented.isString() || documented.isNull() ? text(name, documented) : Optional.empty();
    }

    private Optional<Boolean> flag(String name) {
        return switch (name) {
            case "hasmore", "hasnext", "hasnextpage", "more", "moreavailable" -> Optional.of(!page.isLast());
            case "hasprevious", "hasprev", "haspreviouspage", "hasprevpage" -> Optional.of(!page.isFirst());
            case "first", "isfirst" -> Optional.of(page.isFirst());
            case "last", "islast" -> Optional.of(page.isLast());
            case "empty" -> Optional.of(page.items().isEmpty());
            default -> Optional.empty();
        };
    }

    private Optional<Integer> number(String name, boolean counted) {
        if (TOTALS.contains(name)) {
            return Optional.of(page.total());
        }
        return switch (name) {
            case "count" -> Optional.of(counted ? page.items().size() : page.total());
            case "numberofelements", "itemcount", "resultcount" ->
                Optional.of(page.items().size());
            case "limit", "perpage", "pagesize", "size", "itemsperpage" ->
                Optional.of(page.isLimited() ? page.limit() : page.items().size());
            case "offset", "skip", "start", "startindex" -> Optional.of(page.offset());
            case "page", "pagenumber", "currentpage", "number" -> Optional.of(page.number());
            case "pages", "totalpages", "pagecount", "lastpage" -> Optional.of(page.isLimited() ? page.pages() : 1);
            case "nextpage" -> page.next().map(Integer::valueOf);
            default -> Optional.empty();
        };
    }

    private Optional<JsonNode> text(String name, JsonNode documented) {
        return switch (name) {
            case "next", "nexturl", "nextlink", "nextpageurl" -> Optional.of(link(page.next(), documented));
            case "previous", "prev", "previousurl", "prevurl", "previouslink", "prevlink" ->
                Optional.of(link(page.previous(), documented));
            case "cursor", "nextcursor", "nextpagetoken", "nexttoken", "endcursor", "continuationtoken", "nextpage" ->
                Optional.of(page.next().<JsonNode>map(NODES::stringNode).orElseGet(NODES::nullNode));
            case "self" ->
                Optional.of(NODES.stringNode(
                        request.query().isEmpty() ? request.path() : request.path() + "?" + request.query()));
            default -> Optional.empty();
        };
    }

    private JsonNode link(Optional<String> other, JsonNode documented) {
        Optional<String> address = page.address(request, other);
        if (address.isEmpty()) {
            return NODES.nullNode();
        }
        String origin = documented.asString("").replaceFirst("^(https?://[^/?#]+)?.*$", "$1");
        return NODES.stringNode(origin + address.get());
    }
}
