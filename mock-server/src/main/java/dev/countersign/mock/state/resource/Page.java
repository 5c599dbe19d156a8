package dev.countersign.mock.state.resource;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.state.resource.ListQuery.PageParameter;
import dev.countersign.openapi.contract.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One page of a list.
 *
 * @param items those of the page
 * @param total how many there are on all pages
 * @param offset how many stand before this page
 * @param limit how many a page has at most; {@link Integer#MAX_VALUE} when all are on one
 * @param size the parameter that says how many; absent when none is documented
 * @param beginning the parameter that says which page; absent when none is documented
 */
record Page(
        List<JsonNode> items,
        int total,
        int offset,
        int limit,
        Optional<PageParameter> size,
        Optional<PageParameter> beginning) {

    Page {
        items = List.copyOf(items);
    }

    /** The number of the first page: 1, unless the document's default or least is 0. */
    static int firstPage(Parameter parameter) {
        return parameter
                .schema()
                .flatMap(schema -> schema.keywords("default")
                        .findFirst()
                        .or(() -> schema.keywords("minimum").findFirst()))
                .filter(value -> value.isNumber() && value.asInt(1) == 0)
                .map(zero -> 0)
                .orElse(1);
    }

    boolean isLast() {
        return (long) offset + items.size() >= total || items.isEmpty();
    }

    boolean isFirst() {
        return offset == 0;
    }

    int pages() {
        return limit == 0 ? 0 : (int) Math.ceil((double) total / limit);
    }

    /** The number of this page. */
    int number() {
        return (isLimited() ? offset / limit : 0) + first();
    }

    private int first() {
        return beginning.map(PageParameter::parameter).map(Page::firstPage).orElse(1);
    }

    boolean isLimited() {
        return limit > 0 && limit < Integer.MAX_VALUE;
    }

    /** The next page as the request would name it: its offset, its number or its cursor. */
    Optional<String> next() {
        return isLast() ? Optional.empty() : Optional.of(name(offset + limit));
    }

    Optional<String> previous() {
        return isFirst() || !isLimited() ? Optional.empty() : Optional.of(name(Math.max(0, offset - limit)));
    }

    private String name(int start) {
        boolean numbered =
                beginning.filter(each -> each.kind() == PageParameter.Kind.PAGE).isPresent();
        return Integer.toString(numbered ? start / limit + first() : start);
    }

    /** The address of another page, for a link; empty when the document has no parameter that leads there. */
    Optional<String> address(MockRequest request, Optional<String> page) {
        if (page.isEmpty() || beginning.isEmpty()) {
            return Optional.empty();
        }
        String name = beginning.get().parameter().name();
        List<String> pairs = new ArrayList<>();
        for (String pair : request.query().split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith(name + "=")) {
                pairs.add(pair);
            }
        }
        pairs.add(name + "=" + page.get());
        return Optional.of(request.path() + "?" + String.join("&", pairs));
    }
}
