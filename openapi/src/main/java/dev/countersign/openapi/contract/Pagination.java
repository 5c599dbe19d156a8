package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Optional;

/**
 * How the answers of an operation follow each other as pages, as its {@code x-pagination} says. Paths lead from the
 * answer's body to a property, one name for each step.
 *
 * @param type what asks for the next page
 * @param parameter the query parameter that says which page is wanted; absent only for {@link Type#LINK}
 * @param size the query parameter that says how many items a page has; absent when there is none
 * @param items the path to the list of items; empty when the body is that list
 * @param next the path to the next cursor, or to the URL of the next page; absent when there is no such property
 * @param total the path to the number of all items; absent when there is no such property
 * @param first the number of the first page; nothing else than {@link Type#PAGE} counts pages
 */
public record Pagination(
        Type type,
        Optional<Parameter> parameter,
        Optional<Parameter> size,
        List<String> items,
        Optional<List<String>> next,
        Optional<List<String>> total,
        int first) {

    public Pagination {
        items = List.copyOf(items);
        next = next.map(List::copyOf);
        total = total.map(List::copyOf);
    }

    /** What asks for the next page. */
    public enum Type {
        /** The number of the page. */
        PAGE,
        /** The number of items before it. */
        OFFSET,
        /** What the page before it names as the next one's cursor. */
        CURSOR,
        /** The URL that the page before it links to: in {@code Link} (RFC 8288), or in a property. */
        LINK
    }
}
