package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.route.RouteResult;
import java.util.List;

/** Answers to requests that lead to no operation. */
public final class RouteProblems {
    private static final byte[] EMPTY = {};

    private RouteProblems() {}

    /** The answer to a request that no operation is meant by. */
    public static MockResponse of(MockRequest request, RouteResult route) {
        return route instanceof RouteResult.NotFound notFound
                ? notFound(request, notFound)
                : methodNotAllowed(request, (RouteResult.MethodNotAllowed) route);
    }

    /** No such path; the alike are listed. The server as a whole has its options, too (RFC 9110 section 9.3.7). */
    private static MockResponse notFound(MockRequest request, RouteResult.NotFound route) {
        if (request.method().equals("OPTIONS") && request.path().equals("*")) {
            return new MockResponse(204, List.of(), EMPTY);
        }
        String meant = route.nearMisses().isEmpty()
                ? ""
                : " Did you mean " + route.nearMisses().get(0) + "?";
        return ProblemBody.of(ProblemType.NO_SUCH_PATH, 404, "The contract has no path that fits this request." + meant)
                .list("nearMisses", route.nearMisses())
                .response();
    }

    /** No such method; an undocumented {@code OPTIONS} is answered all the same (RFC 9110 section 9.3.7). */
    private static MockResponse methodNotAllowed(MockRequest request, RouteResult.MethodNotAllowed route) {
        Header allow = new Header("Allow", String.join(", ", route.allowed()));
        if (request.method().equals("OPTIONS")) {
            return new MockResponse(204, List.of(allow), EMPTY);
        }
        return ProblemBody.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        405,
                        "The path has no such method. Use one of: " + allow.value() + ".")
                .list("allowed", route.allowed())
                .response()
                .with(allow);
    }
}
