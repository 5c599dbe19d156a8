package dev.countersign.mock.control;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.delivery.InjectedError;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.route.RouteResult.Matched;
import dev.countersign.mock.validate.Validated;
import java.util.Optional;
import java.util.function.BiFunction;

/** The switched answer that one request gets. For one thread. */
final class Taken implements BiFunction<Matched, Validated, Preference> {
    private final Answers answers;
    private final MockRequest request;
    private final Optional<InjectedError> error;
    private Optional<SwitchedAnswer> answer = Optional.empty();

    /**
     * One that is yet to be taken.
     *
     * @param error what may come in its place
     */
    Taken(Answers answers, MockRequest request, Optional<InjectedError> error) {
        this.answers = answers;
        this.request = request;
        this.error = error;
    }

    @Override
    public Preference apply(Matched matched, Validated validated) {
        Preference injected = error.map(each -> each.apply(matched, validated)).orElse(Preference.NONE);
        if (answers.isEmpty() || !injected.isOpen()) {
            return injected;
        }
        RequestContent content = RequestContent.of(request, matched, Optional.of(validated));
        answer = answers.take(matched.operation(), content);
        return answer.map(SwitchedAnswer::preference).orElse(Preference.NONE);
    }

    /** The exchange with what the answer holds, unless the request says itself what it wants. */
    Explanation in(Explanation exchange) {
        Optional<OwnContent> content = answer.flatMap(SwitchedAnswer::content);
        Explanation filled = content.isPresent() && Preference.of(request).isOpen()
                ? content.get().in(exchange)
                : exchange;
        Explanation told = answer.flatMap(SwitchedAnswer::limiter)
                .map(limiter -> limiter.count(request.headers()).in(filled.response()))
                .map(filled::with)
                .orElse(filled);
        return error.isPresent() ? error.get().in(told) : told;
    }

    /** The answer; absent when the operation is not switched, or not for such a request. */
    Optional<SwitchedAnswer> answer() {
        return answer;
    }
}
