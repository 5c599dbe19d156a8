package dev.countersign.mock.render;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;

/** Answers to requests that do not fit their operation, where the contract has no words for it. */
public final class RequestProblems {
    private RequestProblems() {}

    /** Problem details with every violation, and with the status that its verdict has. */
    public static MockResponse refused(Validated request) {
        return refused(request.verdict().status(), request);
    }

    /** The same with the status of a response that the contract documents without content. */
    static MockResponse refused(int status, Validated request) {
        MockResponse problem = ProblemBody.of(status, request.summary())
                .violations(request.violations())
                .response();
        return challenged(problem, request);
    }

    /** A client that lacks a credential is told which ones there are (RFC 9110 section 15.5.2). */
    static MockResponse challenged(MockResponse response, Validated request) {
        boolean needed = (response.status() == 401 || response.status() == 403)
                && !request.challenges().isEmpty()
                && response.header("WWW-Authenticate").isEmpty();
        return needed
                ? response.with(new Header("WWW-Authenticate", String.join(", ", request.challenges())))
                : response;
    }
}
