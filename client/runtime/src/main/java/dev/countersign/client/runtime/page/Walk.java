package dev.countersign.client.runtime.page;

import dev.countersign.client.ApiResponse;
import dev.countersign.client.DecodingException;
import dev.countersign.client.Page;
import dev.countersign.client.runtime.call.ApiRequest;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes from page to page, one call at a time. A server that leads back to a page which was there before ends the walk with
 * an exception, at the latest after three times as many pages as lie between the two. For one thread.
 *
 * @param <A> what the operation returns
 * @param <T> the type of the items
 */
public final class Walk<A, T> implements Iterator<Page<T>> {
    private final PageRule<A, T> rule;
    private final Function<ApiRequest, ApiResponse<A>> call;
    private Optional<ApiRequest> next;
    private @Nullable DecodingException endless;
    private @Nullable Page<T> before;
    private long taken;
    private String milestone = "";
    private int sinceMilestone;
    private int untilMilestone = 1;

    /**
     * Before the first page.
     *
     * @param call sends a request
     */
    public Walk(PageRule<A, T> rule, ApiRequest first, Function<ApiRequest, ApiResponse<A>> call) {
        this.rule = rule;
        this.call = call;
        this.next = Optional.of(first);
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Page<T> next() {
        ApiRequest asked = next.orElseThrow(NoSuchElementException::new);
        if (endless != null) {
            throw endless;
        }
        ApiResponse<A> answer = call.apply(asked);
        answer.orThrow();
        List<T> items = rule.items(answer);
        OptionalLong total = rule.total(answer);
        Page<T> page = new Page<>(items, total, answer);
        taken += items.size();
        boolean complete = rule.counts() && total.isPresent() && taken >= total.getAsLong();
        Optional<ApiRequest> following = complete ? Optional.empty() : rule.next(asked, answer, items.size());
        boolean back = following.isPresent() && (leadsBack(asked, following.get()) || repeats(page));
        if (back && items.isEmpty()) {
            following = Optional.empty();
        } else if (back) {
            endless = misfit(answer, "the page after it is one that was there before, so that they have no end");
        }
        pass(asked);
        before = page;
        next = following;
        return page;
    }

    /** The same request brings the same page; only one page in two, four, eight and so on is remembered (Brent). */
    private boolean leadsBack(ApiRequest asked, ApiRequest following) {
        String target = following.target();
        return target.equals(asked.target()) || target.equals(milestone);
    }

    /** A server that does not heed the parameter sends the first page for ever. */
    private boolean repeats(Page<T> page) {
        return rule.counts()
                && before != null
                && !page.items().isEmpty()
                && before.items().equals(page.items());
    }

    private void pass(ApiRequest asked) {
        sinceMilestone++;
        if (sinceMilestone == untilMilestone) {
            milestone = asked.target();
            sinceMilestone = 0;
            untilMilestone *= 2;
        }
    }

    static DecodingException misfit(ApiResponse<?> answer, String what) {
        return new DecodingException(answer.received(), what);
    }
}
