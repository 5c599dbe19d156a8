package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;
import java.util.List;

/** Answers to requests that do not fit their operation, where the contract has no words for it. */
public final class RequestProblems {
    private RequestProblems() {}

    /** Problem details with every violation, and with the status that its verdict has. */
    public static MockResponse refused(Validated request) {
        return refused(request.verdict().status(), List.of(), request);
    }

    /** The same with the status and the headers of a response that the contract documents without content. */
    static MockResponse refused(int status, List<Header> headers, Validated request) {
        MockResponse problem = ProblemBody.of(type(request), status, request.summary())
                .violations(request.violations())
                .response();
        return challenged(problem.with(headers), request);
    }

    private static ProblemType type(Validated request) {
        return switch (request.verdict()) {
            case UNAUTHENTICATED, FORBIDDEN -> ProblemType.CREDENTIALS;
            case TOO_LARGE -> ProblemType.TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case TOO_EXPENSIVE -> ProblemType.TOO_EXPENSIVE;
            default -> ProblemType.INVALID_REQUEST;
        };
    }

    /** A client that lacks a credential learns which ones there are (RFC 9110 section 15.5.2). */
    static MockResponse challenged(MockResponse response, Validated request) {
        boolean needed = (response.status() == 401 || response.status() == 403)
                && !request.challenges().isEmpty()
                && response.header("WWW-Authenticate").isEmpty();
        return needed
                ? response.with(new Header("WWW-Authenticate", String.join(", ", request.challenges())))
                : response;
    }
}
