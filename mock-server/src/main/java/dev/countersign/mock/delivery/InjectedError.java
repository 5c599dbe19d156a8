package dev.countersign.mock.delivery;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.route.RouteResult.Matched;
import dev.countersign.mock.validate.Validated;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * The error that one request may get in place of its answer: because its client has asked too much, or by chance. A request that
 * says itself what it wants gets that, and is not counted. For one thread.
 */
public final class InjectedError implements BiFunction<Matched, Validated, Preference> {
    /** The answer's header field that says why it is an error: {@code limit} or {@code status}. */
    public static final String FIELD = "Countersign-Injected";

    private static final int TOO_MANY = 429;

    private final Deliveries deliveries;
    private final MockRequest request;
    private final RandomGenerator random;
    private Optional<RateLimiter.Quota> quota = Optional.empty();
    private Optional<Integer> status = Optional.empty();

    InjectedError(Deliveries deliveries, MockRequest request, RandomGenerator random) {
        this.deliveries = deliveries;
        this.request = request;
        this.random = random;
    }

    /** Decides; what is preferred then is the error as the document has it. */
    @Override
    public Preference apply(Matched matched, Validated validated) {
        if (!Preference.of(request).isOpen()) {
            return Preference.NONE;
        }
        DeliveryRule rule = deliveries.ruleOf(matched.operation());
        quota = rule.limiter().map(limiter -> limiter.count(request.headers()));
        status = quota.filter(RateLimiter.Quota::isExceeded).isPresent()
                ? Optional.of(TOO_MANY)
                : rule.status().filter(any -> rule.happens(random));
        return status.map(code -> Preference.ofStatus(Integer.toString(code))).orElse(Preference.NONE);
    }

    /** The exchange with what a client is to know of it; with problem details where the document has no such error. */
    public Explanation in(Explanation exchange) {
        if (status.isEmpty()) {
            return quota.map(each -> exchange.with(each.in(exchange.response())))
                    .orElse(exchange);
        }
        boolean limited = quota.filter(RateLimiter.Quota::isExceeded).isPresent();
        Header why = new Header(FIELD, limited ? "limit" : "status");
        boolean undocumented =
                exchange.choice().filter(Choice.Undocumented.class::isInstance).isPresent();
        MockResponse answer = (undocumented ? problem(status.get(), limited) : exchange.response()).with(why);
        return new Explanation(
                exchange.request(),
                exchange.route(),
                exchange.validated(),
                exchange.preference(),
                undocumented ? Optional.of(new Choice.Refused(status.get(), Optional.empty())) : exchange.choice(),
                quota.map(each -> each.in(answer)).orElse(answer),
                exchange.forwarded());
    }

    private static MockResponse problem(int code, boolean limited) {
        return ProblemBody.of(
                        code,
                        limited
                                ? "The client has asked more than it may. Wait as Retry-After says."
                                : "The mock was asked for this status, which the document does not describe.")
                .response();
    }
}
