package dev.countersign.mock.server;

import dev.countersign.mock.exchange.MockRequest;

/** Answers requests; called by many threads at once. Must not wait, as the caller's thread has more to do. */
@FunctionalInterface
public interface Responder {
    /**
     * Answers.
     *
     * @param request its headers are a view that is valid until the reply
     * @param reply takes the answer
     */
    void respond(MockRequest request, Reply reply);
}
