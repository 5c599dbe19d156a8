package dev.countersign.client.runtime.page;

import dev.countersign.client.ApiResponse;
import dev.countersign.client.runtime.call.ApiRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says about the pages of an operation. Immutable and thread-safe.
 *
 * @param <A> what the operation returns
 * @param <T> the type of the items
 */
public final class PageRule<A, T> {
    private final Function<A, @Nullable List<T>> items;
    private final Next<A> next;
    private final Function<A, @Nullable Object> total;
    private final boolean counts;

    /** Makes of a page's answer the request for the page that follows it. */
    @FunctionalInterface
    private interface Next<A> {
        Optional<ApiRequest> request(ApiRequest asked, ApiResponse<A> answer, int items);
    }

    private PageRule(
            Function<A, @Nullable List<T>> items, Next<A> next, Function<A, @Nullable Object> total, boolean counts) {
        this.items = items;
        this.next = next;
        this.total = total;
        this.counts = counts;
    }

    /** Answers whose items these are; so far, none follows another. */
    public static <A, T> PageRule<A, T> of(Function<A, @Nullable List<T>> items) {
        return new PageRule<>(items, (asked, answer, count) -> Optional.empty(), answer -> null, false);
    }

    /** A query parameter counts pages; an empty page is the last. */
    public PageRule<A, T> page(String parameter, int first) {
        return counted(parameter, first, count -> 1);
    }

    /** A query parameter says how many items come before; an empty page is the last. */
    public PageRule<A, T> offset(String parameter) {
        return counted(parameter, 0, count -> count);
    }

    private PageRule<A, T> counted(String parameter, int first, Function<Integer, Integer> step) {
        return then(true, (asked, answer, count) -> {
            if (count == 0) {
                return Optional.empty();
            }
            long here = asked.queryValue(parameter).map(PageRule::number).orElse((long) first);
            return Optional.of(asked.withQueryValue(parameter, String.valueOf(here + step.apply(count))));
        });
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            // Without the value, which may be secret.
            throw new IllegalArgumentException("the page to begin with is not a whole number");
        }
    }

    /** A query parameter takes what the page before names; a page that names nothing is the last. */
    public PageRule<A, T> cursor(String parameter, Function<A, @Nullable Object> named) {
        return then(
                false,
                (asked, answer, count) -> text(answer, named).map(cursor -> asked.withQueryValue(parameter, cursor)));
    }

    /** The page before links to the next one ({@code Link}, RFC 8288); a page without a link is the last. */
    public PageRule<A, T> link() {
        return then(
                false,
                (asked, answer, count) ->
                        LinkHeader.next(answer.headers().all("Link")).map(link -> followed(asked, answer, link)));
    }

    /** The page before links to the next one in a property; a page without a link is the last. */
    public PageRule<A, T> link(Function<A, @Nullable Object> named) {
        return then(false, (asked, answer, count) -> text(answer, named).map(link -> followed(asked, answer, link)));
    }

    private static <A> ApiRequest followed(ApiRequest asked, ApiResponse<A> answer, String link) {
        try {
            return asked.at(URI.create(link));
        } catch (IllegalArgumentException e) {
            throw Walk.misfit(answer, "the link to the next page is none to a page of the same server");
        }
    }

    private static <A> Optional<String> text(ApiResponse<A> answer, Function<A, @Nullable Object> named) {
        A body = answer.body();
        return Optional.ofNullable(body == null ? null : named.apply(body))
                .map(String::valueOf)
                .filter(text -> !text.isEmpty());
    }

    private PageRule<A, T> then(boolean counted, Next<A> other) {
        return new PageRule<>(items, other, total, counted);
    }

    /** A page says how many items there are on all pages. */
    public PageRule<A, T> total(Function<A, @Nullable Object> named) {
        return new PageRule<>(items, next, named, counts);
    }

    /** Whether pages or items are counted: then a server does not itself say which page is the next. */
    boolean counts() {
        return counts;
    }

    List<T> items(ApiResponse<A> answer) {
        A body = answer.body();
        List<T> found = body == null ? null : items.apply(body);
        return found == null ? List.of() : found;
    }

    OptionalLong total(ApiResponse<A> answer) {
        A body = answer.body();
        Object number = body == null ? null : total.apply(body);
        return number instanceof Number known ? OptionalLong.of(known.longValue()) : OptionalLong.empty();
    }

    /** The request for the page after the one that was asked for; absent after the last. */
    Optional<ApiRequest> next(ApiRequest asked, ApiResponse<A> answer, int count) {
        return next.request(asked, answer, count);
    }
}
