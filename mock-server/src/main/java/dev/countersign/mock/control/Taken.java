package dev.countersign.mock.control;

import dev.countersign.mock.choose.Preference;
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
    private Optional<SwitchedAnswer> answer = Optional.empty();

    Taken(Answers answers, MockRequest request) {
        this.answers = answers;
        this.request = request;
    }

    @Override
    public Preference apply(Matched matched, Validated validated) {
        if (answers.isEmpty()) {
            return Preference.NONE;
        }
        RequestContent content = RequestContent.of(request, matched, Optional.of(validated));
        answer = answers.take(matched.operation(), content);
        return answer.map(SwitchedAnswer::preference).orElse(Preference.NONE);
    }

    /** The exchange with what the answer holds, unless the request says itself what it wants. */
    Explanation in(Explanation exchange) {
        Optional<OwnContent> content = answer.flatMap(SwitchedAnswer::content);
        return content.isPresent() && Preference.of(request).isOpen()
                ? content.get().in(exchange)
                : exchange;
    }

    /** The answer; absent when the operation is not switched, or not for such a request. */
    Optional<SwitchedAnswer> answer() {
        return answer;
    }
}
