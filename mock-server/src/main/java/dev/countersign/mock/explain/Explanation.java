package dev.countersign.mock.explain;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.RequestBody;
import java.util.List;
import java.util.Optional;

/**
 * The way of one request through the mock: every step's result, from which any step can tell why it is so.
 *
 * @param request the request
 * @param route the operation that it leads to
 * @param validated what is wrong with it; absent when no operation was found, as are the following
 * @param preference what it asks for
 * @param choice how it is answered
 * @param response the answer
 * @param forwarded what became of it on its way to a real server; absent when it was for the mock
 */
public record Explanation(
        MockRequest request,
        RouteResult route,
        Optional<Validated> validated,
        Optional<Preference> preference,
        Optional<Choice> choice,
        MockResponse response,
        Optional<Forwarded> forwarded) {

    /** Whether it was answered although no operation is meant: a scenario has a key set beside the contract. */
    public boolean isBesideTheContract() {
        return validated.isEmpty() && forwarded.isEmpty() && response.status() < 400;
    }

    /** The same, without what the client sent: headers, query and body may hold secrets, and take up memory. */
    public Explanation withoutRequestContent() {
        MockRequest bare = MockRequest.of(request.method(), request.path(), List.of(), "");
        Optional<Validated> words = validated.map(Validated::withoutValues);
        return new Explanation(bare, route, words, preference, choice, response, forwarded);
    }

    /** The same, with a request that outlives the answer. */
    public Explanation kept() {
        return new Explanation(request.kept(), route, validated, preference, choice, response, forwarded);
    }

    /** The same with another answer. */
    public Explanation with(MockResponse other) {
        return new Explanation(request, route, validated, preference, choice, other, forwarded);
    }

    /** What the client gets: the response, or this explanation where the request asks for it. */
    public MockResponse reply() {
        boolean asked = preference.isPresent() && preference.get().explain();
        return asked ? ExplanationJson.response(this) : response;
    }

    /** What the contract says about a body of the request's media type, or about the first where the request names none. */
    public Optional<MediaTypeSpec> documentedBody() {
        Optional<MediaType> sent = request.headers().first("Content-Type").flatMap(MediaType::parse);
        Optional<RequestBody> body = route instanceof RouteResult.Matched matched
                ? matched.operation().requestBody()
                : Optional.empty();
        List<MediaTypeSpec> content = body.map(RequestBody::content).orElse(List.of());
        return sent.isPresent()
                ? sent.get().documentedIn(content)
                : content.stream().findFirst();
    }

    /** Every step in words, in the order of the walk. */
    public List<Step> steps() {
        return Steps.of(this);
    }

    /** A walk that ended with the route. */
    public static Explanation ofUnrouted(MockRequest request, RouteResult route, MockResponse response) {
        return new Explanation(
                request, route, Optional.empty(), Optional.empty(), Optional.empty(), response, Optional.empty());
    }

    /**
     * A request that was passed on.
     *
     * @param response what is known of the real server's answer
     */
    public static Explanation ofForwarded(
            MockRequest request,
            RouteResult route,
            Optional<Validated> validated,
            Forwarded forwarded,
            MockResponse response) {
        return new Explanation(
                request, route, validated, Optional.empty(), Optional.empty(), response, Optional.of(forwarded));
    }

    /** A whole walk. */
    public static Explanation of(
            MockRequest request,
            RouteResult route,
            Validated validated,
            Preference preference,
            Choice choice,
            MockResponse response) {
        return new Explanation(
                request,
                route,
                Optional.of(validated),
                Optional.of(preference),
                Optional.of(choice),
                response,
                Optional.empty());
    }
}
